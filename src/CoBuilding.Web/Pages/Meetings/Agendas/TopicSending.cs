using CoBuilding.Access;
using CoBuilding.Documents.Files;
using CoBuilding.Documents.Reading;
using CoBuilding.Meetings.Agendas;

namespace CoBuilding.Web.Pages.Meetings.Agendas;

/// <summary>What a form of the topics' page asks for: to propose or change a topic, to withdraw it, or to remove a file.</summary>
internal sealed class TopicSending(
    SeeTopicCall see,
    ProposeTopic propose,
    WithdrawTopic withdraw,
    RemoveAttachment remove,
    ReaderPool reader
)
{
    public async Task RunAsync(Scope scope, TopicForm form, CancellationToken ct)
    {
        var topic = form.Topic;
        if (form.Remove is { } attachment)
            await remove.RunAsync(
                scope,
                new()
                {
                    OperationId = topic.OperationId,
                    CallId = topic.CallId,
                    AttachmentId = attachment,
                },
                ct
            );
        else if (form.Withdraws)
            await withdraw.RunAsync(
                scope,
                new()
                {
                    OperationId = topic.OperationId,
                    CallId = topic.CallId,
                    TopicId = topic.TopicId,
                },
                ct
            );
        else
        {
            topic.Files = await FilesAsync(scope, topic.CallId, form.Files, ct);
            await propose.RunAsync(scope, topic, ct);
        }
    }

    /// <summary>Files are checked only for senders who may attach files.</summary>
    private async Task<IReadOnlyList<CheckedUpload>> FilesAsync(Scope scope, Guid? call, IFormFileCollection sent, CancellationToken ct)
    {
        List<CheckedUpload> files = [];
        if (sent.Any(f => f.Length > 0))
            await see.AskAsync(scope, call, ct);
        foreach (var file in sent.Where(f => f.Length > 0).Take(TopicAttachment.MostPerTopic + 1))
        {
            await using var content = file.OpenReadStream();
            files.Add(await CheckedUpload.ReadAsync(reader, scope, file.FileName, content, ct));
        }
        return files;
    }
}
