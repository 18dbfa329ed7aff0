using Writ.Outside;

namespace WritService;

/// <summary>Opens the chancery from the configuration: <c>Writ:Root</c>, or <c>Writ:Templates</c>, <c>Writ:Fonts</c>, <c>Writ:Certificates</c>, <c>Writ:Seals</c>; else from the environment.</summary>
internal static class ChancerySettings
{
    public static void AddChancery(this WebApplicationBuilder builder)
    {
        HouseFolders fromEnvironment = HouseFolders.FromEnvironment();
        IConfigurationSection writ = builder.Configuration.GetSection("Writ");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => Chancery.Open(
            writ["Root"] is null
                ? new HouseFolders(writ["Templates"] ?? fromEnvironment.Templates, writ["Fonts"] ?? fromEnvironment.Fonts, writ["Certificates"] ?? fromEnvironment.Certificates, writ["Seals"] ?? fromEnvironment.Seals)
                : HouseFolders.Find(name => writ[name]),
            services.GetRequiredService<TimeProvider>()));
    }
}
