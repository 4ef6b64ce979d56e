using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CoBuilding.Web.Shell;

/// <summary>The static error pages: not found, expired form, too many attempts, internal error.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ShowErrorAsync, SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePages(status => ShowAsync(status.HttpContext, status.HttpContext.Response.StatusCode));
    }

    /// <summary>Writes the page for this status in the reader's language.</summary>
    public static Task ShowAsync(HttpContext context, int status, string? reference = null) =>
        new RazorComponentResult<ErrorPage>(new { Status = status, Reference = reference })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        }.ExecuteAsync(context);

    /// <summary>The page that shows the refusing rule.</summary>
    /// <param name="back">The page to which it leads; null: the district's first.</param>
    public static IResult Of(int status, string rule, string? back = null) =>
        new RazorComponentResult<ErrorPage>(
            new
            {
                Status = status,
                Rule = rule,
                Back = back,
            }
        )
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    private static Task ShowErrorAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("CoBuilding.Errors");
        var reference = ErrorReference.Log(log, failure, context.User);
        return ShowAsync(context, StatusCodes.Status500InternalServerError, reference);
    }
}
