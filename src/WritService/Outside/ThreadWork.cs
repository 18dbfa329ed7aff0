using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Writ.Outside;

/// <summary>
/// What a thread has worked, as the system counts it (POSIX, <c>pthread_getcpuclockid</c>): on a busy machine a thread waits long and works
/// little, and no document is judged by that. Where the system does not tell, the time that has passed.
/// </summary>
internal sealed class ThreadWork
{
    private static readonly bool IsTold = OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad("libc", typeof(ThreadWork).Assembly, DllImportSearchPath.SafeDirectories, out nint library)
        && NativeLibrary.TryGetExport(library, "pthread_getcpuclockid", out _);

    private readonly long begun = Stopwatch.GetTimestamp();
    private readonly int? clock;

    private ThreadWork(int? clock) => this.clock = clock;

    /// <summary>Of the calling thread, from now on.</summary>
    public static ThreadWork Begin() => new(IsTold && ClockOf(Self(), out int clock) == 0 ? clock : null);

    /// <summary>May be asked from any thread.</summary>
    public TimeSpan Spent => clock is { } own && Read(own, out Moment time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
        : Stopwatch.GetElapsedTime(begun);

    [DllImport("libc", EntryPoint = "pthread_self"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Self();

    [DllImport("libc", EntryPoint = "pthread_getcpuclockid"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockOf(nint thread, out int clock);

    [DllImport("libc", EntryPoint = "clock_gettime"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int clock, out Moment time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Moment
    {
        public readonly nint Seconds, Nanoseconds;
    }
}
