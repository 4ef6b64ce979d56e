using CoBuilding.Data;
using CoBuilding.Web.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.Links;

/// <summary>One polite page for whatever leads nowhere. Only failures are counted: an office shares one address.</summary>
internal static class LinkGuard
{
    public static Task<IResult> GuardAsync(HttpContext context, FailedLinks failed, Func<Task<IResult>> page) => Refused.GuardAsync(context, async () =>
    {
        try
        {
            return await page();
        }
        catch (Refusal refusal) when (refusal is Data.NotFound or Denied { SignedOut: false })
        {
            var tooMany = !failed.Count(context);
            context.Response.StatusCode = tooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status404NotFound;
            context.Response.Headers.ContentSecurityPolicy = LinkStyle.Policy;
            return new RazorComponentResult<GoneDocument>(new { TooMany = tooMany }) { StatusCode = context.Response.StatusCode, PreventStreamingRendering = true };
        }
    });
}
