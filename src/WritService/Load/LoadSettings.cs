namespace WritService.Load;

/// <summary>Section <c>Writ:Load</c>: how much work is taken on at once. What does not fit waits a little, then is told when to come back.</summary>
/// <param name="Seats">Calls that work at the same time; 0 for two a processor.</param>
/// <param name="Queue">Calls that wait for a seat.</param>
/// <param name="QueueSeconds">How long one waits before it is sent away.</param>
/// <param name="BodyMegabytes">Bodies held in memory at the same time, all calls together.</param>
/// <param name="RequestsPerSecond">Steady pace of one caller; 0 for no limit. A caller may have its own.</param>
/// <param name="Burst">How far a caller may run ahead of its pace.</param>
/// <param name="Batches">Batches at the same time, beside the seats.</param>
/// <param name="WorkSeconds">How long one call may take once it has a seat, its body's arrival included; one line of a batch likewise.</param>
/// <param name="MemoryMegabytes">Hard limit of the managed heap; 0 for what the container allows. Never below what <see cref="BodyMegabytes"/> and the seats need.</param>
internal sealed record LoadSettings(int Seats = 0, int Queue = 64, double QueueSeconds = 5, int BodyMegabytes = 256, double RequestsPerSecond = 0, int Burst = 50, int Batches = 2, double WorkSeconds = 60, int MemoryMegabytes = 0)
{
    public TimeSpan WorkTime => TimeSpan.FromSeconds(WorkSeconds);

    public int SeatCount => Seats > 0 ? Seats : Environment.ProcessorCount * 2;
}
