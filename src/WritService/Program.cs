using Writ.Outside;
using WritService;
using WritService.Bodies;
using WritService.Contract;
using WritService.Health;
using WritService.Packs;
using WritService.Problems;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.AddChancery();
builder.AddBodies();
builder.Services.AddProblems();
builder.Services.AddContract();

WebApplication app = builder.Build();
app.Services.GetRequiredService<Chancery>(); // a missing font or a faulty pack is told now, not to the first caller
app.UseProblems();
app.MapContract();
app.MapPacks();
app.MapProblems();
app.MapHealth();
app.Run();
