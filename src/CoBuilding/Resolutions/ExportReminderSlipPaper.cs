using CoBuilding.Access;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Resolutions;

/// <summary>The slip of the last courteous reminder: the matter, the deadline and an offer of help. Without a link. Journaled.</summary>
public sealed class ExportReminderSlipPaper(Door door)
{
    public async Task<ExportedPaper> AskAsync(Scope scope, Guid resolutionId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var resolution = await SeeResolution.ReadAsync(db, resolutionId, ct);
        var reminder = resolution.Steps.LastOrDefault(s => s.Kind == ResolutionAction.Reminded) ?? throw ResolutionsRules.NotReminded();
        return await db.ExportAsync(scope, "resolutions", resolutionId, 1, () => Compose(resolution, reminder), ct);
    }

    private static (string, Paper) Compose(SeeResolution.Answer resolution, SeeResolution.StepRow reminder)
    {
        var row = resolution.Row;
        return (
            Wording.T("Resolutions.SlipName", row.Lead),
            new Paper([
                new Block.Title(Wording.T("Resolutions.SlipTitle")),
                new Block.Addressees(Wording.T("Notices.To", row.Lead)),
                new Block.Paragraph(
                    row.Meeting is { } meeting
                        ? Wording.T("Resolutions.SlipOpening", row.MeetingDay?.InShort(), meeting)
                        : Wording.T("Resolutions.SlipOpeningFree", row.Host)
                ),
                new Block.Paragraph(row.Matter, Wording.T("Resolutions.SlipContent")),
                .. row.Deadline is { } day ? new Block[] { new Block.Paragraph(day.InFull(), Wording.T("Resolutions.SlipDeadline")) } : [],
                .. resolution.Assisting.Count > 0
                    ? new Block[]
                    {
                        new Block.Paragraph(
                            string.Join(Wording.T("Minutes.PaperNames"), resolution.Assisting.Select(u => u.Name)),
                            Wording.T("Resolutions.SlipAssisting")
                        ),
                    }
                    : [],
                .. reminder.Note is { } note ? new Block[] { new Block.Paragraph(note) } : [],
                new Block.Paragraph(Wording.T("Resolutions.SlipRequest")),
                .. row.ContactName is { } contact ? new Block[] { new Block.Paragraph(contact, Wording.T("Resolutions.SlipContact")) } : [],
                new Block.Signature(row.Host, reminder.On.InShort()),
            ])
        );
    }
}
