using CoBuilding.Access;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.People;

/// <summary>Sets the district's order of titles; a title that is left out orders nothing from now on.</summary>
public sealed class SetRanks(Door door)
{
    public sealed record Form : WritingForm
    {
        private const int MostTitles = 200;
        private const int LongestTitle = 60;

        /// <summary>One a line, the highest first.</summary>
        public string Titles { get; set; } = "";

        public IReadOnlyList<string> Lines =>
            [.. Titles.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() =>
                RuleFor(f => f.Titles)
                    .Must((f, _) => f.Lines.Count <= MostTitles && f.Lines.All(l => l.Length <= LongestTitle))
                    .WithMessage(_ => Texts.Wording.T("Ordering.TitlesShape", MostTitles, LongestTitle));
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var known = await db.RankTitles.ToDictionaryAsync(r => r.Title, ct);
        foreach (var (n, title) in form.Lines.Index())
        {
            if (known.Remove(title, out var there))
                (there.Ordinal, there.RetiredOn) = (n + 1, null);
            else
                db.RankTitles.Add(new RankTitle { Title = title, Ordinal = n + 1 });
        }
        foreach (var left in known.Values)
            left.RetiredOn ??= db.Today;
        await db.CommitAsync(ct);
    }
}
