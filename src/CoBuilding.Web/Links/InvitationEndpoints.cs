using System.Globalization;
using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Shell;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CoBuilding.Web.Links;

/// <summary>
/// An invitation on a phone: by link (<c>/a/{token}</c>, no sign-in, no script) and for a unit's people who signed in
/// (<c>/invitations/{id}</c>). GET and HEAD show; POST answers and leads back to the page, which says what is recorded.
/// </summary>
internal static class InvitationEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapInvitations(this WebApplication app)
    {
        const string Bearer = "whoever bears the link answers by it";
        app.MapMethods("/a/{token}", Reading, ShowByLinkAsync).OpenToAll(Bearer);
        // The token in the URL is the whole authority: there is no ambient one that a forged form could borrow.
        app.MapPost("/a/{token}", AnswerByLinkAsync).OpenToAll(Bearer).DisableAntiforgery();
        app.MapGet("/a/{token}/meeting.ics", CalendarByLinkAsync).OpenToAll(Bearer);
        app.MapGet("/invitations/{id:guid}/meeting.ics", CalendarOfOwnAsync);
        app.MapMethods("/invitations/{id:guid}", Reading, ShowOwnAsync);
        app.MapPost("/invitations/{id:guid}", AnswerOwnAsync);
    }

    /// <summary>What the three forms send.</summary>
    internal sealed record Sent(
        [FromForm] Guid? Operation, [FromForm] Reply? Reply, [FromForm] string? SubstituteName, [FromForm] string? SubstitutePost,
        [FromForm] bool? IsNamesake, [FromForm] string? LeaveReason)
    {
        public ConfirmAttendance.Form For(Guid? invitation) => new()
        {
            OperationId = Operation ?? Guid.CreateVersion7(), InvitationId = invitation, Reply = Reply, SubstituteName = SubstituteName,
            SubstitutePost = SubstitutePost, IsNamesake = IsNamesake == true, LeaveReason = LeaveReason,
        };
    }

    private static Task<IResult> ShowByLinkAsync(string token, HttpContext context, SeeInvitation see, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => ShowAsync(context, see, ForLink(context, token), null, ct));

    private static Task<IResult> AnswerByLinkAsync(
        string token, [AsParameters] Sent sent, HttpContext context, SeeInvitation see, ConfirmAttendance confirm, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => AnswerAsync(context, see, confirm, ForLink(context, token), sent.For(null), ct));

    private static Task<IResult> ShowOwnAsync(Guid id, HttpContext context, ClaimsPrincipal user, SeeInvitation see, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => ShowAsync(context, see, user.Scope()!, id, ct));

    private static Task<IResult> AnswerOwnAsync(
        Guid id, [AsParameters] Sent sent, HttpContext context, ClaimsPrincipal user, SeeInvitation see, ConfirmAttendance confirm, FailedLinks failed,
        CancellationToken ct) =>
        GuardAsync(context, failed, () => AnswerAsync(context, see, confirm, user.Scope()!, sent.For(id), ct));

    private static Task<IResult> CalendarByLinkAsync(
        string token, HttpContext context, SeeInvitation see, TimeProvider clock, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => CalendarAsync(see, ForLink(context, token), null, clock, ct));

    private static Task<IResult> CalendarOfOwnAsync(
        Guid id, HttpContext context, ClaimsPrincipal user, SeeInvitation see, TimeProvider clock, FailedLinks failed, CancellationToken ct) =>
        GuardAsync(context, failed, () => CalendarAsync(see, user.Scope()!, id, clock, ct));

    private static async Task<IResult> CalendarAsync(SeeInvitation see, Scope scope, Guid? id, TimeProvider clock, CancellationToken ct)
    {
        var file = Meetings.Calendar.Of(await Edge.AskAsync(() => see.AskAsync(scope, id, ct), ct), clock.GetUtcNow());
        return Results.File(file.Bytes, file.ContentType, file.FileName);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, SeeInvitation see, Scope scope, Guid? id, CancellationToken ct) =>
        Document(context, new(await Edge.AskAsync(() => see.AskAsync(scope, id, ct), ct), Here(context), id is not null));

    private static async Task<IResult> AnswerAsync(
        HttpContext context, SeeInvitation see, ConfirmAttendance confirm, Scope scope, ConfirmAttendance.Form form, CancellationToken ct)
    {
        try
        {
            await Edge.RunAsync(() => confirm.RunAsync(scope, form, ct), ct);
            return new SeeOther(Here(context));
        }
        catch (Misshapen misshapen)
        {
            return await AgainAsync(misshapen.Problems, Texts.Wording.T("Links.NotSaved"));
        }
        catch (RuleBroken rule)
        {
            var words = Texts.Wording.T(rule.Key, [.. rule.Args]);
            return rule.Field == nameof(form.SubstituteName)
                ? await AgainAsync([new(rule.Field, words)], Texts.Wording.T("Links.NotSaved")) : await AgainAsync([], words);
        }
        catch (Stale)
        {
            return await AgainAsync([], Texts.Wording.T("Links.Retry"));
        }

        async Task<IResult> AgainAsync(IReadOnlyList<FieldProblem> problems, string problem)
        {
            var notice = await Edge.AskAsync(() => see.AskAsync(scope, form.InvitationId, ct), ct);
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Document(context, new(notice, Here(context), form.InvitationId is not null, form, problems, problem));
        }
    }

    /// <summary>One polite page for whatever leads nowhere. Only failures are counted: an office shares one address.</summary>
    private static Task<IResult> GuardAsync(HttpContext context, FailedLinks failed, Func<Task<IResult>> page) => Refused.GuardAsync(context, async () =>
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

    private static RazorComponentResult<InvitationDocument> Document(HttpContext context, InvitationDocument.State state)
    {
        context.Response.Headers.ContentSecurityPolicy = LinkStyle.Policy;
        return new RazorComponentResult<InvitationDocument>(new { Now = state }) { StatusCode = context.Response.StatusCode, PreventStreamingRendering = true };
    }

    private static Scope ForLink(HttpContext context, string token) =>
        Scope.ForLink(context.District()!.Id, Secrets.Hash(token), CultureInfo.CurrentUICulture);

    private static string Here(HttpContext context) => context.Request.PathBase + context.Request.Path;

    /// <summary>303: the browser shows the page by GET, so that a reload sends nothing again.</summary>
    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
