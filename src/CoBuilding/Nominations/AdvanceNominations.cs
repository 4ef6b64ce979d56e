using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

/// <summary>
/// Processes one or more nominations by the same step: one document number, one day, consecutive letter numbers. Nominations that cannot
/// be processed are returned with the reason; the others are saved, or none, depending on the form.
/// </summary>
public sealed class AdvanceNominations(Door door)
{
    public const int Most = 200;

    /// <summary>The forward steps; returning, rejecting and withdrawing are separate use cases.</summary>
    public static readonly IReadOnlyList<NominationAction> Actions =
    [
        NominationAction.Consented,
        NominationAction.Screened,
        NominationAction.Submitted,
        NominationAction.Approved,
        NominationAction.Publicized,
        NominationAction.Appointed,
    ];

    public sealed record Choice(Guid NominationId, long ExpectedVersion);

    public sealed record Form : WritingForm
    {
        /// <summary>In the order in which letters are numbered.</summary>
        public IReadOnlyList<Choice> Rows { get; init; } = [];
        public NominationAction? Action { get; set; }

        /// <summary>The day of the step; of the public notice and of the appointment, the first day.</summary>
        public DateOnly? On { get; set; }
        public string? DocumentNumber { get; set; }
        public string? Remark { get; set; }

        /// <summary>How the unit gave its consent to the clerk, and that the person is willing.</summary>
        public ConsentSource? Source { get; set; }
        public bool PersonIsWilling { get; set; }

        /// <summary>Of the public notice; null: as the district has set.</summary>
        public int? Workdays { get; set; }

        /// <summary>Of the first appointment; the number at its end counts on.</summary>
        public string? LetterNumber { get; set; }
        public string? QuotaReason { get; set; }

        /// <summary>For those whose nomination gives none.</summary>
        public string? DoublePostReason { get; set; }

        /// <summary>Nothing is saved if one of them cannot be processed.</summary>
        public bool WholeOnly { get; set; } = true;

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Rows).NotEmpty().Must(r => r.Count <= Most && r.DistinctBy(c => c.NominationId).Count() == r.Count);
                RuleFor(f => f.Action).NotNull().Must(d => Actions.Contains(d!.Value));
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.DocumentNumber).MaximumLength(60);
                RuleFor(f => f.Remark).MaximumLength(500);
                RuleFor(f => f.Source).NotNull().NotEqual(ConsentSource.UnitItself).When(f => f.Action == NominationAction.Consented);
                RuleFor(f => f.Workdays).InclusiveBetween(1, 30);
                RuleFor(f => f.LetterNumber).MaximumLength(36);
                RuleFor(f => f.QuotaReason).MaximumLength(200);
                RuleFor(f => f.DoublePostReason).MaximumLength(200);
            }
        }
    }

    /// <param name="IsSaved">False: nothing was, because one was refused and the form wanted all.</param>
    public sealed record Answer(bool IsSaved, IReadOnlyList<Row> Rows)
    {
        public int Refused => Rows.Count(r => r.Refusal is not null);
    }

    /// <param name="Refusal">Why it stays where it is; null when it went on.</param>
    public sealed record Row(Guid NominationId, string Person, string? LetterNumber, RuleBroken? Refusal);

    public async Task<Answer> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var ids = form.Rows.Select(r => r.NominationId).ToArray();
        var nominations = await db.Nominations.Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        if (nominations.Count < ids.Length)
            throw new NotFound();
        var steps = await NominationSteps.ReadAsync(db, form, [.. nominations.Values], ct);
        var rows = steps.TakeAll([.. form.Rows.Select(r => (nominations[r.NominationId], r.ExpectedVersion))], throws: ids.Length == 1);
        var answer = new Answer(rows.Any(r => r.Refusal is null) && (!form.WholeOnly || rows.All(r => r.Refusal is null)), rows);
        if (answer.IsSaved)
            await db.CommitAsync(ct);
        return answer;
    }
}
