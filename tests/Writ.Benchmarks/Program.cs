using BenchmarkDotNet.Running;
using Writ.Benchmarks;

// `--quick scripting` prints medians in seconds; everything else goes to BenchmarkDotNet (`--filter *Scripting*`).
if (args is ["--quick", .. var rooms])
{
    if (rooms.Length == 0 || rooms.Contains("scripting"))
        ScriptingBenchmarks.Quick(Console.Out);
    return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(ScriptingBenchmarks).Assembly).Run(args);
return 0;
