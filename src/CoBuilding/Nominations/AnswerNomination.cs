using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

/// <summary>
/// The unit answers in the portal whether it agrees to the nomination of one of its people. If it declines, it may nominate
/// another of its people for the same seat.
/// </summary>
public sealed class AnswerNomination(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NominationId { get; init; }
        public long ExpectedVersion { get; init; }
        public bool? Agrees { get; set; }
        public bool PersonIsWilling { get; set; }

        /// <summary>The other nominee of the unit if it does not agree, with the id of the new nomination.</summary>
        public Guid? AnotherPersonId { get; set; }
        public Guid AnotherNominationId { get; init; } = Guid.CreateVersion7();

        /// <summary>A remark to the host, such as a nominee who is not recorded yet.</summary>
        public string? Remark { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Agrees).NotNull();
                RuleFor(f => f.Remark).MaximumLength(500);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AnswerNomination, form, ct);
        var nomination = await PortalDb.FindAsync(db.Nominations, form.NominationId, ct);
        await db.ExpectAsync(nomination, form.ExpectedVersion, ct);
        var (chain, note) = (await NominationChain.ReadAsync(db, ct), new StepDetails(db.Today, db.Now, null, form.Remark.OrNull()));
        db.NominationSteps.Add(
            form.Agrees == true
                ? nomination.Consent(chain, form.PersonIsWilling, ConsentSource.UnitItself, note)
                : nomination.Decline(chain, ConsentSource.UnitItself, note)
        );
        if (form is { Agrees: false, AnotherPersonId: { } person })
            await NameAsync(db, nomination, form, person, chain, note with { Remark = null }, ct);
        await db.CommitAsync(ct);
    }

    /// <summary>The host gives the reason for a second post at the appointment.</summary>
    private static async Task NameAsync(
        PortalDb db,
        Nomination before,
        Form form,
        Guid personId,
        NominationChain chain,
        StepDetails note,
        CancellationToken ct
    )
    {
        var post =
            await PeopleQueries
                .Posts(db, db.Posts.On(db.Today))
                .AsNoTracking()
                .Where(h => h.PersonId == personId && h.Post.UnitId == before.UnitId)
                .Select(h => h.Post)
                .OrderByDescending(o => o.IsSecretary)
                .ThenByDescending(o => o.From)
                .ThenBy(o => o.Id)
                .FirstOrDefaultAsync(ct)
            ?? throw new NotFound();
        if (personId == before.PersonId)
            throw NominationsRules.SamePerson();
        if (before.RenewalId is null)
            await Appointing.CheckFreeAsync(db, before.CommitteeId, personId, db.Today, ct);
        var (party, administrative) = NomineeFacts.PostOf(post.Title, post.IsSecretary);
        var another = before.Instead(
            form.AnotherNominationId,
            personId,
            new(SelectionWay.UnitRecommended, PartyPost: party, AdministrativePost: administrative),
            db.Today
        );
        db.Nominations.Add(another);
        db.NominationSteps.AddRange(another.Begin(note), another.Consent(chain, form.PersonIsWilling, ConsentSource.UnitItself, note));
    }
}
