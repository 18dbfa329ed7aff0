using WritService.Bodies;
using WritService.Contract;
using WritService.Health;
using WritService.Problems;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.AddBodies();
builder.Services.AddProblems();
builder.Services.AddContract();

WebApplication app = builder.Build();
app.UseProblems();
app.MapContract();
app.MapHealth();
app.MapProblems();
app.Run();
