using CoBuilding.Access;
using CoBuilding.Meetings.Replies;
using CoBuilding.Web.Links;

namespace CoBuilding.Web.Pages.Meetings.Replies;

public sealed class InvitationEndpoints : IPhonePages
{
    public void Map(RouteGroupBuilder phone)
    {
        var invitations = phone.MapPhonePage<
            InvitationDocument,
            SeeInvitation,
            SeeInvitation.Answer,
            AnswerInvitation,
            AnswerInvitation.Form
        >(
            new("/a/{token}", "/invitations/{id:guid}", Right.AnswerInvitation, "whoever bears the link answers by it"),
            (see, who, ct) => see.AskAsync(who.Scope, who.Id, ct),
            (answer, who, form, ct) => answer.RunAsync(who.Scope, form, ct)
        );
        invitations.MapFiles<DownloadAgendaAttachment>((take, who, file, ct) => take.AskAsync(who.Scope, who.Id, file, ct));
        invitations.MapGet("/meeting.ics", CalendarAsync);
    }

    private static async Task<IResult> CalendarAsync(PhoneVisitor who, SeeInvitation see, TimeProvider clock, CancellationToken ct)
    {
        var invitation = await TransientRetry.AskAsync(() => see.AskAsync(who.Scope, who.Id, ct), ct);
        var file = Calendar.Of(invitation, clock.GetUtcNow());
        return Results.File(file.Bytes, file.ContentType, file.FileName);
    }
}
