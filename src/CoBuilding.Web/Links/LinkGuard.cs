using CoBuilding.Access;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Forms;

namespace CoBuilding.Web.Links;

/// <summary>Checks the token in the URL before the request body is read.</summary>
internal static class LinkGuard
{
    private const string Token = "token";

    public static void UseLinkGuard(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (context.District() is not { } district || context.Request.RouteValues[Token] is not string token)
                {
                    await next(context);
                    return;
                }
                var failed = context.RequestServices.GetRequiredService<FailedLinkLimiter>();
                var link = LinkKey.Of(district.Id, token);
                if (!failed.IsKnown(link))
                {
                    if (!await failed.WaitAsync(context, context.RequestAborted))
                    {
                        await LinkPages.DeadLink(context, StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
                        return;
                    }
                    if (
                        context.GetEndpoint()!.Metadata.GetMetadata<FormPostDeclaration>() is { Right: { } right }
                        && !await IsLiveAsync(context, token, right)
                    )
                    {
                        failed.Count(context);
                        await LinkPages.DeadLink(context, StatusCodes.Status404NotFound).ExecuteAsync(context);
                        return;
                    }
                }
                await next(context);
                if (context.Response.StatusCode == StatusCodes.Status404NotFound)
                    failed.Forget(link);
                else if (context.Response.StatusCode < StatusCodes.Status400BadRequest)
                    failed.Remember(link);
            }
        );

    private static Task<bool> IsLiveAsync(HttpContext context, string token, Right right)
    {
        var (door, ct) = (context.RequestServices.GetRequiredService<Door>(), context.RequestAborted);
        return TransientRetry.AskAsync(() => door.IsOpenAsync(LinkPages.ForLink(context, token), right, ct), ct);
    }
}
