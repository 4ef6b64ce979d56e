using CoBuilding.Access;
using CoBuilding.Committees;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations.Preparation;

/// <summary>
/// Establishes an approved committee and begins its first term: nominees who have completed the procedure are appointed on
/// the same day. The others stay nominated.
/// </summary>
public sealed class EstablishPrepared(Door door)
{
    public sealed record Form : PreparationStepForm
    {
        public DateOnly? TermEndsOn { get; set; }

        /// <summary>Of the first appointment; the number at its end counts on.</summary>
        public string? LetterNumber { get; set; }
        public string? QuotaReason { get; set; }

        /// <summary>For those whose nomination gives none.</summary>
        public string? DoublePostReason { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                Check(this);
                RuleFor(f => f.LetterNumber).MaximumLength(36);
                RuleFor(f => f.QuotaReason).MaximumLength(200);
                RuleFor(f => f.DoublePostReason).MaximumLength(200);
            }
        }
    }

    /// <param name="Appointed">How many begin with the committee.</param>
    /// <param name="Open">The nominations that are not complete, with the reasons.</param>
    public sealed record Answer(int Appointed, IReadOnlyList<AdvanceNominations.Row> Open);

    public async Task<Answer> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var committee = await form.FindAsync(db, ct);
        db.CommitteeSteps.Add(committee.Establish(form.TermEndsOn, form.Note(db.Now)));
        var nominations = await NominationsUnderWay.UnderWay(db, committee.Id, null).ToListAsync(ct);
        var steps = await NominationSteps.ReadAsync(
            db,
            new()
            {
                Action = NominationAction.Appointed,
                On = form.On,
                QuotaReason = form.QuotaReason,
                DoublePostReason = form.DoublePostReason,
                LetterNumber = form.LetterNumber,
            },
            nominations,
            ct
        );
        var rows = steps.TakeAll([.. nominations.Select(n => (n, n.RowVersion))], throws: false);
        await db.CommitAsync(ct);
        return new Answer(rows.Count(r => r.Refusal is null), [.. rows.Where(r => r.Refusal is not null)]);
    }
}
