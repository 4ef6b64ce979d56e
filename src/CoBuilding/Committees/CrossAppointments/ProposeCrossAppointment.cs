using CoBuilding.Access;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.CrossAppointments;

/// <summary>The host proposes one of its people for a post in a unit's Party organization. The unit decides.</summary>
public sealed class ProposeCrossAppointment(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid CrossAppointmentId { get; init; } = Guid.CreateVersion7();
        public Guid? UnitId { get; set; }

        /// <summary>The host's body, with which the pair is made.</summary>
        public Guid? CommitteeId { get; set; }
        public Guid? PersonId { get; set; }

        /// <summary>The post in the unit's Party organization.</summary>
        public string Title { get; set; } = "";
        public DateOnly? On { get; set; }
        public string? Remark { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.UnitId).NotNull();
                RuleFor(f => f.CommitteeId).NotNull();
                RuleFor(f => f.PersonId).NotNull();
                RuleFor(f => f.Title).NotEmpty().MaximumLength(60);
                RuleFor(f => f.On).NotNull();
                RuleFor(f => f.Remark).MaximumLength(200);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var committee = await PortalDb.FindAsync(db.Committees, form.CommitteeId!.Value, ct);
        var unit = await PortalDb.FindAsync(db.Units, form.UnitId!.Value, ct);
        var person = await PortalDb.FindAsync(db.People, form.PersonId!.Value, ct);
        await CheckAsync(db, committee, unit, person, form.On!.Value, ct);
        db.CrossAppointments.Add(
            new CrossAppointment
            {
                Id = form.CrossAppointmentId,
                FirstId = form.CrossAppointmentId,
                UnitId = unit.Id,
                CommitteeId = committee.Id,
                PlaceId = committee.PlaceId,
                PersonId = person.Id,
                Title = form.Title.Trim(),
                State = CrossState.Proposed,
                On = form.On.Value,
                Remark = form.Remark.OrNull(),
                RecordedAt = db.Now,
            }
        );
        await db.CommitAsync(ct);
    }

    /// <exception cref="RuleBroken">
    /// The committee is in preparation; the unit has no Party organization, has left, or neither resides there nor has a seat; or the
    /// person belongs to the unit.
    /// </exception>
    private static async Task CheckAsync(
        PortalDb db,
        Committee committee,
        ResidentUnit unit,
        Person person,
        DateOnly on,
        CancellationToken ct
    )
    {
        committee.ExpectEstablished();
        UnitsForSeats.CheckUnit(unit, on);
        if (unit.PartyOrganization == PartyOrganizationKind.None)
            throw CrossAppointmentsRules.NoPartyOrganization(unit.Name);
        var residence = await PortalDb.FindAsync(db.Places, unit.PlaceId, ct);
        if (
            !committee.Covers(residence)
            && !await db.Seats.NotEndedBy(on).AnyAsync(s => s.CommitteeId == committee.Id && s.UnitId == unit.Id, ct)
        )
            throw CrossAppointmentsRules.OutsideTerritory(residence.Name);
        if (await db.Posts.NotEndedBy(on).AnyAsync(o => o.UnitId == unit.Id && o.PersonId == person.Id, ct))
            throw CrossAppointmentsRules.OfTheUnitItself(person.Name);
    }
}
