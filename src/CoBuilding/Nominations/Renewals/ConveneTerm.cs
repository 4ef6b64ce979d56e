using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations.Renewals;

/// <summary>
/// Convenes the new term: the old appointments end, the new ones begin on the same day. Seats whose nomination has not completed its
/// procedure stay vacant, and the nomination continues.
/// </summary>
public sealed class ConveneTerm(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid RenewalId { get; init; }
        public long ExpectedVersion { get; init; }

        /// <summary>The first day of the new term.</summary>
        public DateOnly? On { get; set; }

        /// <summary>Its planned end.</summary>
        public DateOnly? TermEndsOn { get; set; }

        /// <summary>Where this day needs one that the opening did not.</summary>
        public string? Approval { get; set; }

        /// <summary>Of the first appointment; the number at its end counts on.</summary>
        public string? LetterNumber { get; set; }
        public string? QuotaReason { get; set; }

        /// <summary>For those whose nomination gives none.</summary>
        public string? DoublePostReason { get; set; }
        public int? Due { get; set; }
        public int? Attended { get; set; }
        public int? VotesCast { get; set; }
        public int? VotesValid { get; set; }
        public string? Manner { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.Approval).MaximumLength(60);
                RuleFor(f => f.LetterNumber).MaximumLength(36);
                RuleFor(f => f.QuotaReason).MaximumLength(200);
                RuleFor(f => f.DoublePostReason).MaximumLength(200);
                RuleFor(f => f.Due).InclusiveBetween(0, 9_999);
                RuleFor(f => f.Attended).InclusiveBetween(0, 9_999).LessThanOrEqualTo(f => f.Due).When(f => f.Due is not null);
                RuleFor(f => f.VotesCast).InclusiveBetween(0, 9_999);
                RuleFor(f => f.VotesValid)
                    .InclusiveBetween(0, 9_999)
                    .LessThanOrEqualTo(f => f.VotesCast)
                    .When(f => f.VotesCast is not null);
                RuleFor(f => f.Manner).MaximumLength(60);
            }
        }
    }

    /// <param name="Appointed">How many begin with the term.</param>
    /// <param name="Open">The nominations that are not complete, with the reasons.</param>
    public sealed record Answer(int Appointed, IReadOnlyList<AdvanceNominations.Row> Open);

    public async Task<Answer> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageCommittees, form, ct);
        var renewal = await PortalDb.FindAsync(db.Renewals, form.RenewalId, ct);
        await db.ExpectAsync(renewal, form.ExpectedVersion, ct);
        var committee = await PortalDb.FindAsync(db.Committees, renewal.CommitteeId, ct);
        var on = form.On!.Value;
        db.CommitteeTerms.Add(
            renewal.Convene(
                committee,
                on,
                form.TermEndsOn,
                form.Approval.OrNull(),
                new ConveningFigures(form.Due, form.Attended, form.VotesCast, form.VotesValid, form.Manner.OrNull())
            )
        );
        var rows = await AppointAsync(db, renewal, form, ct);
        await db.CommitAsync(ct);
        return new Answer(rows.Count(r => r.Refusal is null), [.. rows.Where(r => r.Refusal is not null)]);
    }

    private static async Task<IReadOnlyList<AdvanceNominations.Row>> AppointAsync(
        PortalDb db,
        Renewal renewal,
        Form form,
        CancellationToken ct
    )
    {
        var on = form.On!.Value;
        var nominations = await NominationsUnderWay.UnderWay(db, renewal.CommitteeId, renewal.Id).ToListAsync(ct);
        var steps = await NominationSteps.ReadAsync(
            db,
            new()
            {
                Action = NominationAction.Appointed,
                On = on,
                QuotaReason = form.QuotaReason,
                DoublePostReason = form.DoublePostReason,
                LetterNumber = form.LetterNumber,
            },
            nominations,
            ct
        );
        var ending = await db
            .Appointments.Known()
            .NotEndedBy(on)
            .Where(a => a.CommitteeId == renewal.CommitteeId && a.From < on)
            .ToListAsync(ct);
        foreach (var held in ending)
            db.Appointments.Add(held.EndOn(Guid.CreateVersion7(), on, EndReason.TermOver, null, db.Now));
        steps.FreeSeats(on);
        return steps.TakeAll([.. nominations.Select(n => (n, n.RowVersion))], throws: false);
    }
}
