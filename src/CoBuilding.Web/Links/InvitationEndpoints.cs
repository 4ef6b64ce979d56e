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
/// (<c>/invitations/{id}</c>). GET and HEAD show; POST answers and leads back to the page, which says what is recorded.
/// </summary>
internal static class InvitationEndpoints
{
    public static void MapInvitations(this WebApplication app)
    {
        const string Bearer = "whoever bears the link answers by it";
        app.MapMethods("/a/{token}", LinkPages.Reading, ShowByLinkAsync).OpenToAll(Bearer);
        app.MapPost("/a/{token}", AnswerByLinkAsync).OpenToAll(Bearer).IsSentByLink(Right.AnswerInvitation, Bearer);
        app.MapGet("/a/{token}/meeting.ics", CalendarByLinkAsync).OpenToAll(Bearer);
        app.MapGet("/invitations/{id:guid}/meeting.ics", CalendarOfOwnAsync);
        app.MapGet("/a/{token}/files/{file:guid}", TakeByLinkAsync).OpenToAll(Bearer);
        app.MapGet("/invitations/{id:guid}/files/{file:guid}", TakeOwnAsync);
        app.MapMethods("/invitations/{id:guid}", LinkPages.Reading, ShowOwnAsync);
        app.MapPost("/invitations/{id:guid}", AnswerOwnAsync)
            .DemandsToken(AgainOwnAsync, "substituteName", "substitutePost", "leaveReason");
    }

    /// <summary>What the three forms send.</summary>
    private static ConfirmAttendance.Form Form(InForm sent, Guid? invitation) => new()
    {
        OperationId = sent.Row("operation") ?? Guid.CreateVersion7(), InvitationId = invitation, Reply = sent.OneOf<Reply>("reply"),
        SubstituteName = sent.Text("substituteName"), SubstitutePost = sent.Text("substitutePost"), IsNamesake = sent.Flag("isNamesake"),
        LeaveReason = sent.Text("leaveReason"),
    };

    private static Task<IResult> ShowByLinkAsync(string token, HttpContext context, SeeInvitation see, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => ShowAsync(context, see, LinkPages.ForLink(context, token), null, ct));

    private static Task<IResult> AnswerByLinkAsync(
        string token, HttpContext context, SeeInvitation see, ConfirmAttendance confirm, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => AnswerAsync(context, see, confirm, LinkPages.ForLink(context, token), null, ct));

    private static Task<IResult> ShowOwnAsync(Guid id, HttpContext context, ClaimsPrincipal user, SeeInvitation see, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => ShowAsync(context, see, user.Scope()!, id, ct));

    private static Task<IResult> AnswerOwnAsync(
        Guid id, HttpContext context, ClaimsPrincipal user, SeeInvitation see, ConfirmAttendance confirm, FailedLinks failed,
        CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => AnswerAsync(context, see, confirm, user.Scope()!, id, ct));

    private static Task<IResult> TakeByLinkAsync(string token, Guid file, HttpContext context, TakeAgendaAttachment take, FailedLinks failed, CancellationToken ct) =>
        LinkPages.HandOutAsync(context, failed, () => take.AskAsync(LinkPages.ForLink(context, token), null, file, ct), ct);

    private static Task<IResult> TakeOwnAsync(Guid id, Guid file, HttpContext context, ClaimsPrincipal user, TakeAgendaAttachment take, FailedLinks failed, CancellationToken ct) =>
        LinkPages.HandOutAsync(context, failed, () => take.AskAsync(user.Scope()!, id, file, ct), ct);

    private static Task<IResult> CalendarByLinkAsync(
        string token, HttpContext context, SeeInvitation see, TimeProvider clock, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => CalendarAsync(see, LinkPages.ForLink(context, token), null, clock, ct));

    private static Task<IResult> CalendarOfOwnAsync(
        Guid id, HttpContext context, ClaimsPrincipal user, SeeInvitation see, TimeProvider clock, FailedLinks failed, CancellationToken ct) =>
        LinkPages.GuardAsync(context, failed, () => CalendarAsync(see, user.Scope()!, id, clock, ct));

    private static async Task<IResult> CalendarAsync(SeeInvitation see, Scope scope, Guid? id, TimeProvider clock, CancellationToken ct)
    {
        var file = Meetings.Calendar.Of(await Edge.AskAsync(() => see.AskAsync(scope, id, ct), ct), clock.GetUtcNow());
        return Results.File(file.Bytes, file.ContentType, file.FileName);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, SeeInvitation see, Scope scope, Guid? id, CancellationToken ct) =>
        Document(context, new(await Edge.AskAsync(() => see.AskAsync(scope, id, ct), ct), LinkPages.Here(context), id is not null));

    private static async Task<IResult> AnswerAsync(
        HttpContext context, SeeInvitation see, ConfirmAttendance confirm, Scope scope, Guid? id, CancellationToken ct)
    {
        var sent = await InForm.ReadAsync(context);
        var form = Form(sent, id);
        return await LinkPages.AnswerAsync(context, sent, () => confirm.RunAsync(scope, form, ct),
            (problems, problem) => AgainAsync(context, see, scope, form, problems, problem, ct), ct, nameof(form.SubstituteName));
    }

    private static Task<IResult> AgainOwnAsync(
        Guid id, HttpContext context, ClaimsPrincipal user, SeeInvitation see, FailedLinks failed, CancellationToken ct) =>
        LinkPages.WithoutTokenAsync(context, failed, sent => AgainAsync(context, see, user.Scope()!, Form(sent, id), [], sent.Problem, ct));

    private static async Task<IResult> AgainAsync(
        HttpContext context, SeeInvitation see, Scope scope, ConfirmAttendance.Form form,
        IReadOnlyList<FieldProblem> problems, string? problem, CancellationToken ct)
    {
        var notice = await Edge.AskAsync(() => see.AskAsync(scope, form.InvitationId, ct), ct);
        return Document(context, new(notice, LinkPages.Here(context), form.InvitationId is not null, form, problems, problem));
    }

    private static RazorComponentResult<InvitationDocument> Document(HttpContext context, InvitationDocument.State state) => LinkPages.Document<InvitationDocument>(context, new { Now = state });
}
