namespace WritService.Tests.Deployment;

/// <summary>A fact that needs systemd's own checker; skipped, with the reason, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SystemdFactAttribute : FactAttribute
{
    public const string Program = "/usr/bin/systemd-analyze";

    public SystemdFactAttribute()
    {
        if (!File.Exists(Program))
            Skip = "systemd-analyze is absent.";
    }
}
