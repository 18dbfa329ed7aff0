using Writ.Outside;
using WritService;
using WritService.Access;
using WritService.Batches;
using WritService.Attest;
using WritService.Bodies;
using WritService.Contract;
using WritService.Development;
using WritService.Health;
using WritService.Load;
using WritService.Observing;
using WritService.Packs;
using WritService.Pages;
using WritService.Problems;
using WritService.Render;
using WritService.Seal;
using WritService.Tablets;
using WritService.Verify;

try
{
    WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
    builder.AddObserving();
    builder.AddChancery();
    builder.AddAccess();
    builder.AddCrossOrigin();
    builder.AddBodies();
    builder.AddLoad();
    builder.AddPages();
    builder.Services.AddProblems();
    builder.Services.AddContract();
    builder.Services.AddSingleton<SelfTest>();
    builder.Services.AddSingleton<BatchDesk>();

    WebApplication app = builder.Build();
    Chancery house = app.Services.GetRequiredService<Chancery>(); // a missing font or a faulty pack is told now, not to the first caller
    app.RefuseDevelopmentSeals(house);
    app.UseObserving();
    app.UseSecurityHeaders();
    app.UseProblems();
    app.UseCrossOrigin();
    app.MapContract();
    app.UseAccess();
    app.UseLoad();
    app.UseDigests();
    RouteGroupBuilder calls = app.MapGroup("").AnswersHead();
    calls.MapPacks();
    calls.MapRendering();
    calls.MapSealing();
    calls.MapAttesting();
    calls.MapTablets();
    calls.MapVerifying();
    calls.MapBatches();
    app.MapPages();
    calls.MapProblems();
    calls.MapHealth();
    calls.MapMetrics();
    calls.MapDevelopment(house);
    app.Run();
    return 0;
}
catch (Exception refusal) when (StartUp.IsRefusal(refusal))
{
    Console.Error.WriteLine(refusal.Message);
    return StartUp.Refused;
}
