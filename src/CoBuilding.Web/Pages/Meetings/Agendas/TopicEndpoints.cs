using CoBuilding.Access;
using CoBuilding.Documents.Files;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Web.Links;

namespace CoBuilding.Web.Pages.Meetings.Agendas;

public sealed class TopicEndpoints : IPhonePages
{
    /// <summary>
    /// Three files of maximum size plus the text fields. The limit is that high so that a phone gets an answer about a file that is too
    /// large.
    /// </summary>
    private const long MostBytes = (TopicAttachment.MostPerTopic * (long)CheckedUpload.MostBytes) + (4 * 1024 * 1024);

    public void Map(RouteGroupBuilder phone) =>
        phone
            .MapPhonePage<TopicDocument, SeeTopicCall, SeeTopicCall.Answer, TopicSending, TopicForm>(
                new("/t/{token}", "/topics/{id:guid}", Right.ProposeTopics, "whoever bears the link proposes topics by it")
                {
                    MostBytes = MostBytes,
                },
                (see, who, ct) => see.AskAsync(who.Scope, who.Id, ct),
                (sending, who, form, ct) => sending.RunAsync(who.Scope, form, ct)
            )
            .MapFiles<DownloadMyUnitAttachment>((take, who, file, ct) => take.AskAsync(who.Scope, who.Id, file, ct));
}
