namespace WritService.Tests.Replicas;

/// <summary>A fact that needs HAProxy in front of processes of the service; skipped, with the reason, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReplicaFactAttribute : FactAttribute
{
    public ReplicaFactAttribute()
    {
        if (Balancer.Program is null)
            Skip = "HAProxy is absent.";
    }
}
