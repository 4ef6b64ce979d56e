using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>Notices are taken down before their day: all of them, or none.</summary>
public sealed class TakeDownNotices(Door door)
{
    public sealed record Choice(Guid NoticeId, long ExpectedVersion);

    public sealed record Form : WritingForm
    {
        public IReadOnlyList<Choice> Chosen { get; init; } = [];
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        Guid[] ids = [.. form.Chosen.Select(c => c.NoticeId)];
        var notices = await db.Notices.Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        foreach (var (id, version) in form.Chosen)
        {
            var notice = notices.GetValueOrDefault(id) ?? throw new NotFound();
            await db.ExpectAsync(notice, version, ct);
            notice.TakeDown();
        }
        await db.CommitAsync(ct);
    }
}
