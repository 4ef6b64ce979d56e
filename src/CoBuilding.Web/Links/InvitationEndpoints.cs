using System.Security.Claims;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Forms;
using CoBuilding.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using static CoBuilding.Web.Links.LinkPages;

namespace CoBuilding.Web.Links;

/// <summary>
/// An invitation on a phone: by link (<c>/a/{token}</c>, no sign-in, no script) and for a unit's people who signed in
/// (<c>/invitations/{id}</c>). GET and HEAD show; POST records and redirects back to the page, which shows what is recorded.
/// </summary>
internal static class InvitationEndpoints
{
    public static void MapInvitations(this WebApplication app)
    {
        const string TokenReason = "whoever bears the link answers by it";
        app.MapMethods("/a/{token}", LinkPages.SafeMethods, ShowByLinkAsync).OpenToAll(TokenReason);
        app.MapPost("/a/{token}", AnswerByLinkAsync).OpenToAll(TokenReason).IsSentByLink(Right.AnswerInvitation, TokenReason);
        app.MapGet("/a/{token}/meeting.ics", CalendarByLinkAsync).OpenToAll(TokenReason);
        app.MapGet("/invitations/{id:guid}/meeting.ics", CalendarOfOwnAsync);
        app.MapGet("/a/{token}/files/{file:guid}", DownloadByLinkAsync).OpenToAll(TokenReason);
        app.MapGet("/invitations/{id:guid}/files/{file:guid}", DownloadMyUnitAsync);
        app.MapMethods("/invitations/{id:guid}", LinkPages.SafeMethods, ShowOwnAsync);
        app.MapPost("/invitations/{id:guid}", AnswerOwnAsync)
            .DemandsToken(AgainOwnAsync, "substituteName", "substitutePost", "leaveReason");
    }

    /// <summary>What the three forms send.</summary>
    private static AnswerInvitation.Form Form(PostedForm sent, Guid? invitation) =>
        new()
        {
            OperationId = sent.Id("operation") ?? Guid.CreateVersion7(),
            InvitationId = invitation,
            Reply = sent.OneOf<Reply>("reply"),
            SubstituteName = sent.Text("substituteName"),
            SubstitutePost = sent.Text("substitutePost"),
            IsNamesake = sent.Flag("isNamesake"),
            LeaveReason = sent.Text("leaveReason"),
        };

    private static Task<IResult> ShowByLinkAsync(
        string token,
        HttpContext context,
        SeeInvitation see,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.GuardAsync(context, failed, () => ShowAsync(context, see, LinkPages.ForLink(context, token), null, ct));

    private static Task<IResult> AnswerByLinkAsync(
        string token,
        HttpContext context,
        SeeInvitation see,
        AnswerInvitation confirm,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.GuardAsync(context, failed, () => AnswerAsync(context, see, confirm, LinkPages.ForLink(context, token), null, ct));

    private static Task<IResult> ShowOwnAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeInvitation see,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.GuardAsync(context, failed, () => ShowAsync(context, see, user.Scope()!, id, ct));

    private static Task<IResult> AnswerOwnAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeInvitation see,
        AnswerInvitation confirm,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.GuardAsync(context, failed, () => AnswerAsync(context, see, confirm, user.Scope()!, id, ct));

    private static Task<IResult> DownloadByLinkAsync(
        string token,
        Guid file,
        HttpContext context,
        DownloadAgendaAttachment take,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.HandOutAsync(context, failed, () => take.AskAsync(LinkPages.ForLink(context, token), null, file, ct), ct);

    private static Task<IResult> DownloadMyUnitAsync(
        Guid id,
        Guid file,
        HttpContext context,
        ClaimsPrincipal user,
        DownloadAgendaAttachment take,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.HandOutAsync(context, failed, () => take.AskAsync(user.Scope()!, id, file, ct), ct);

    private static Task<IResult> CalendarByLinkAsync(
        string token,
        HttpContext context,
        SeeInvitation see,
        TimeProvider clock,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.GuardAsync(context, failed, () => CalendarAsync(see, LinkPages.ForLink(context, token), null, clock, ct));

    private static Task<IResult> CalendarOfOwnAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeInvitation see,
        TimeProvider clock,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) => LinkPages.GuardAsync(context, failed, () => CalendarAsync(see, user.Scope()!, id, clock, ct));

    private static async Task<IResult> CalendarAsync(SeeInvitation see, Scope scope, Guid? id, TimeProvider clock, CancellationToken ct)
    {
        var file = Meetings.Calendar.Of(await TransientRetry.AskAsync(() => see.AskAsync(scope, id, ct), ct), clock.GetUtcNow());
        return Results.File(file.Bytes, file.ContentType, file.FileName);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, SeeInvitation see, Scope scope, Guid? id, CancellationToken ct) =>
        Document(
            context,
            new(await TransientRetry.AskAsync(() => see.AskAsync(scope, id, ct), ct), LinkPages.CurrentPath(context), id is not null)
        );

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        SeeInvitation see,
        AnswerInvitation confirm,
        Scope scope,
        Guid? id,
        CancellationToken ct
    )
    {
        var sent = await PostedForm.ReadAsync(context);
        var form = Form(sent, id);
        return await LinkPages.AnswerAsync(
            context,
            sent,
            () => confirm.RunAsync(scope, form, ct),
            (problems, problem) => AgainAsync(context, see, scope, form, problems, problem, ct),
            ct,
            nameof(form.SubstituteName)
        );
    }

    private static Task<IResult> AgainOwnAsync(
        Guid id,
        HttpContext context,
        ClaimsPrincipal user,
        SeeInvitation see,
        FailedLinkLimiter failed,
        CancellationToken ct
    ) =>
        LinkPages.WithoutTokenAsync(context, failed, sent => AgainAsync(context, see, user.Scope()!, Form(sent, id), [], sent.Problem, ct));

    private static async Task<IResult> AgainAsync(
        HttpContext context,
        SeeInvitation see,
        Scope scope,
        AnswerInvitation.Form form,
        IReadOnlyList<FieldProblem> problems,
        string? problem,
        CancellationToken ct
    )
    {
        var notice = await TransientRetry.AskAsync(() => see.AskAsync(scope, form.InvitationId, ct), ct);
        return Document(context, new(notice, LinkPages.CurrentPath(context), form.InvitationId is not null, form, problems, problem));
    }

    private static RazorComponentResult<InvitationDocument> Document(HttpContext context, InvitationDocument.State state) =>
        LinkPages.Document<InvitationDocument>(context, new { Now = state });
}
