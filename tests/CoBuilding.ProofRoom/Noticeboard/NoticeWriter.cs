using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Texts;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>Tells a person what notice to look after.</summary>
internal sealed class NoticeWriter : IMessageWriter
{
    public const string Writer = "Noticeboard/Notice";

    public string Name => Writer;

    public async Task<RenderedMessage?> WriteAsync(PortalDb db, Message message, MessageSetting setting, CancellationToken ct)
    {
        if (await db.HangingNotices.SingleOrDefaultAsync(n => n.Id == message.WithinId, ct) is not { } notice)
            return null;
        var mobile = await db.People.Where(p => p.Id == message.PersonId).Select(p => p.Mobile).SingleOrDefaultAsync(ct);
        return new(message.Id, mobile, "", Wording.T("Noticeboard.Message", notice.Title, notice.HangsUntil.InShort()));
    }
}
