namespace Writ.Cli;

/// <summary>Tells when files below the template folder change; a burst of changes, as editors make them, counts once.</summary>
internal sealed class TemplateWatch : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(150);
    private readonly FileSystemWatcher watcher;
    private readonly Timer settled;

    public TemplateWatch(string templates, Action changed)
    {
        settled = new Timer(_ => changed(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        watcher = new FileSystemWatcher(templates) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite };
        watcher.Changed += Note;
        watcher.Created += Note;
        watcher.Deleted += Note;
        watcher.Renamed += Note;
        watcher.EnableRaisingEvents = true;
    }

    public void Dispose()
    {
        watcher.Dispose();
        settled.Dispose();
    }

    private void Note(object sender, FileSystemEventArgs change) => settled.Change(Quiet, Timeout.InfiniteTimeSpan);
}
