using CoBuilding.Access;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Words;

/// <summary>One more kind of meeting or category of topics, the district's own.</summary>
public sealed class AddMeetingWord(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid WordId { get; init; } = Guid.CreateVersion7();
        public MeetingWordList List { get; init; }
        public string Name { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Name).IsWord();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var last = await db.MeetingWords.Where(w => w.List == form.List).MaxAsync(w => (int?)w.Ordinal, ct) ?? 0;
        db.MeetingWords.Add(
            new MeetingWord
            {
                Id = form.WordId,
                List = form.List,
                Name = form.Name.Trim(),
                Ordinal = last + 1,
            }
        );
        await db.CommitAsync(ct);
    }
}
