using Writ.Documents;

namespace Writ.Outside;

/// <summary>What both doors work with (文书室): opened once at start-up, immutable, shared by every request.</summary>
internal sealed class Chancery
{
    private readonly TimeProvider clock;

    private Chancery(PackLibrary packs, TimeProvider clock)
    {
        Packs = packs;
        this.clock = clock;
    }

    public PackLibrary Packs { get; }

    /// <summary>The time in China, which every date on a writ means: the whole country keeps UTC+8, without summer time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));

    /// <exception cref="PackException">The templates cannot be used.</exception>
    /// <exception cref="IOException">A file or folder is missing; the message says how to get it.</exception>
    public static Chancery Open(HouseFolders folders, TimeProvider clock) =>
        new(PackLibrary.Load(TemplateFiles.Read(folders.Templates)), clock);
}
