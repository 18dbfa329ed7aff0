using Microsoft.AspNetCore.Routing;

namespace WritService;

/// <summary>What can be got can be asked for by HEAD (RFC 9110, 9.3.2); the server leaves the body out.</summary>
internal static class HeadToo
{
    public static RouteGroupBuilder AnswersHead(this RouteGroupBuilder calls)
    {
        ((IEndpointConventionBuilder)calls).Add(static call =>
        {
            for (int i = 0; i < call.Metadata.Count; i++)
                if (call.Metadata[i] is HttpMethodMetadata { HttpMethods: ["GET"] })
                    call.Metadata[i] = new HttpMethodMetadata(["GET", "HEAD"]);
        });
        return calls;
    }
}
