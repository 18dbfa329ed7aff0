using System.Globalization;
using BenchmarkDotNet.Running;
using Writ.Benchmarks;

// `--quick` with the names of rooms (scripting, pages, seals), or with none for all, prints figures in seconds; everything else goes to
// BenchmarkDotNet (`--filter *Scripting*`); `fuzz N [FIRST]` examines N mutated documents. Ends with 1 when a bound is broken that must hold on any machine.
if (args is ["--quick", .. var rooms])
{
    bool holds = true;
    if (Asked("scripting"))
        ScriptingBenchmarks.Quick(Console.Out);
    if (Asked("pages"))
        holds &= PageFigures.Print(Console.Out);
    if (Asked("seals"))
        holds &= SealFigures.Print(Console.Out);
    return holds ? 0 : 1;

    bool Asked(string room) => rooms.Length == 0 || rooms.Contains(room);
}
// `--load [seconds]` and `--batch [lines]` drive the Release build of the service as a process of its own.
if (args is ["--load", .. var time])
    return await LoadFigures.Print(Console.Out, time is [var seconds] ? int.Parse(seconds) : 30) ? 0 : 1;
if (args is ["--batch", .. var size])
    return await LoadFigures.PrintBatch(Console.Out, size is [var lines] ? int.Parse(lines) : 100_000) ? 0 : 1;
if (args is ["fuzz", var count, .. var first])
    return Fuzzing.Run(Console.Out, int.Parse(count, CultureInfo.InvariantCulture), first is [var from] ? int.Parse(from, CultureInfo.InvariantCulture) : 1) ? 0 : 1;
BenchmarkSwitcher.FromAssembly(typeof(ScriptingBenchmarks).Assembly).Run(args);
return 0;
