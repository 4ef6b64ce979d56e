using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Documents.Files;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Replies;
using CoBuilding.Minutes;
using CoBuilding.Resolutions;

namespace CoBuilding.Web.Links;

/// <summary>Every kind of link with its page, and what else is read on a phone.</summary>
internal static class PhoneEndpoints
{
    /// <summary>
    /// Three files of maximum size plus the text fields. The limit is that high so that a phone gets an answer about a file that is too
    /// large.
    /// </summary>
    private const long MostBytesOfTopic = (TopicAttachment.MostPerTopic * (long)CheckedUpload.MostBytes) + (4 * 1024 * 1024);

    public static void MapPhone(this WebApplication app)
    {
        var phone = app.MapPhoneGroup();
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
        phone
            .MapPhonePage<TopicDocument, SeeTopicCall, SeeTopicCall.Answer, TopicSending, TopicForm>(
                new("/t/{token}", "/topics/{id:guid}", Right.ProposeTopics, "whoever bears the link proposes topics by it")
                {
                    MostBytes = MostBytesOfTopic,
                },
                (see, who, ct) => see.AskAsync(who.Scope, who.Id, ct),
                (sending, who, form, ct) => sending.RunAsync(who.Scope, form, ct)
            )
            .MapFiles<DownloadMyUnitAttachment>((take, who, file, ct) => take.AskAsync(who.Scope, who.Id, file, ct));
        phone.MapPhonePage<CountersignDocument, SeeCountersign, SeeCountersign.Answer, CountersignMinutes, CountersignMinutes.Form>(
            new("/c/{token}", "/countersigns/{id:guid}", Right.CountersignMinutes, "whoever bears the link speaks by it for the unit"),
            (see, who, ct) => see.AskAsync(who.Scope, who.Id, ct),
            (countersign, who, form, ct) => countersign.RunAsync(who.Scope, form, ct)
        );
        phone.MapPhonePage<TaskDocument, SeeTask, SeeTask.Answer, ReportProgress, ReportProgress.Form>(
            new("/r/{token}", "/tasks/{id:guid}", Right.ReportProgress, "whoever bears the link reports by it for the unit"),
            (see, who, ct) => see.AskAsync(who.Scope, who.Id, ct),
            (report, who, form, ct) => report.RunAsync(who.Scope, form, ct)
        );
        phone.MapOwn();
        phone.MapCalendars();
    }

    private static async Task<IResult> CalendarAsync(PhoneVisitor who, SeeInvitation see, TimeProvider clock, CancellationToken ct)
    {
        var invitation = await TransientRetry.AskAsync(() => see.AskAsync(who.Scope, who.Id, ct), ct);
        var file = Meetings.Replies.Calendar.Of(invitation, clock.GetUtcNow());
        return Results.File(file.Bytes, file.ContentType, file.FileName);
    }
}
