using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Nominations;

/// <summary>
/// The unit says in the portal whether it agrees that one of its people is proposed; the host has asked, nobody must. Where it would rather not, it may name
/// another of its people for the same seat (practice of joint meetings: where whoever attends changes, the unit names another).
/// </summary>
public sealed class AnswerNomination(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NominationId { get; init; }
        public long ExpectedVersion { get; init; }
        public bool? Agrees { get; set; }
        public bool PersonIsWilling { get; set; }

        /// <summary>Whom the unit names in this one's place, where it does not agree; with the id that the nomination is to have.</summary>
        public Guid? AnotherPersonId { get; set; }
        public Guid AnotherNominationId { get; init; } = Guid.CreateVersion7();

        /// <summary>What the host should know, such as somebody to be named who is not in the portal yet.</summary>
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
        db.NominationSteps.Add(form.Agrees == true
            ? nomination.Consent(chain, form.PersonIsWilling, ConsentSource.UnitItself, note)
            : nomination.Decline(chain, ConsentSource.UnitItself, note));
        if (form is { Agrees: false, AnotherPersonId: { } person }) await NameAsync(db, nomination, form, person, chain, note with { Remark = null }, ct);
        await db.CommitAsync(ct);
    }

    /// <summary>A reason for a second post is the host's to give, at the appointment.</summary>
    private static async Task NameAsync(PortalDb db, Nomination before, Form form, Guid personId, NominationChain chain, StepDetails note, CancellationToken ct)
    {
        var post = await PeopleQueries.Posts(db).AsNoTracking().Where(h => h.PersonId == personId && h.Post.UnitId == before.UnitId && h.Post.From <= db.Today && (h.Post.Until == null || h.Post.Until > db.Today))
            .Select(h => h.Post).OrderByDescending(o => o.IsSecretary).ThenByDescending(o => o.From).ThenBy(o => o.Id).FirstOrDefaultAsync(ct) ?? throw new NotFound();
        if (personId == before.PersonId) throw NominationsRules.SamePerson();
        if (before.RenewalId is null) await AppointmentGuards.CheckFreeAsync(db, before.CommitteeId, personId, db.Today, ct);
        var (party, administrative) = NomineeFacts.PostOf(post.Title, post.IsSecretary);
        var another = before.Instead(form.AnotherNominationId, personId, new(SelectionWay.UnitRecommended, PartyPost: party, AdministrativePost: administrative), db.Today);
        db.Nominations.Add(another);
        db.NominationSteps.AddRange(another.Begin(note), another.Consent(chain, form.PersonIsWilling, ConsentSource.UnitItself, note));
    }
}
