using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Meetings.Words;

/// <summary>
/// Changes a word, its place among the others, and whether it is offered. Meetings and topics keep a word that is no longer offered.
/// </summary>
public sealed class EditMeetingWord(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid WordId { get; init; }
        public long ExpectedVersion { get; init; }
        public string Name { get; set; } = "";
        public int Ordinal { get; set; }
        public bool IsOffered { get; set; } = true;

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Name).IsWord();
                RuleFor(f => f.Ordinal).InclusiveBetween(1, 999);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var word = await PortalDb.FindAsync(db.MeetingWords, form.WordId, ct);
        await db.ExpectAsync(word, form.ExpectedVersion, ct);
        (word.Name, word.Ordinal) = (form.Name.Trim(), form.Ordinal);
        word.RetiredOn = form.IsOffered ? null : word.RetiredOn ?? db.Today;
        await db.CommitAsync(ct);
    }
}
