using CoBuilding.Access;
using CoBuilding.Committees.Seats;
using CoBuilding.Data;
using CoBuilding.Units;
using CoBuilding.Units.People;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Handovers;

/// <summary>
/// Hands over a unit's post from one person to another: the post, its grants and the chosen seats pass on one day, without gap or overlap.
/// Invitations follow the seats' holders automatically, and the leaver's links become invalid.
/// </summary>
public sealed class HandOver(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid PersonId { get; init; } = Guid.CreateVersion7();
        public Guid PostId { get; init; } = Guid.CreateVersion7();
        public Guid UnitId { get; init; }
        public Guid? LeaverId { get; set; }

        /// <summary>An existing person; null for a new one, who is recorded by name.</summary>
        public Guid? FollowerId { get; set; }

        /// <summary>Blank where the unit keeps its people's names to itself.</summary>
        public string Name { get; set; } = "";

        /// <summary>Blank: as the leaver's.</summary>
        public string? Title { get; set; }
        public string? Mobile { get; set; }
        public string? Email { get; set; }

        /// <summary>The follower's first day.</summary>
        public DateOnly? From { get; set; }
        public EndReason? Reason { get; set; }

        /// <summary>The reason for a person with a post on the other level; optional unless the district requires it.</summary>
        public string? DoublePostReason { get; set; }

        /// <summary>The seats that change hands.</summary>
        public IReadOnlyList<Move> Moves { get; set; } = [];

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.LeaverId).NotNull();
                When(f => f.FollowerId is null, () => RuleFor(f => f.Name).PersonNameIfGiven());
                RuleFor(f => f.Title).MaximumLength(60);
                RuleFor(f => f.Mobile).Mobile();
                RuleFor(f => f.Email).Email();
                RuleFor(f => f.From).NotNull();
                RuleFor(f => f.Reason).NotNull();
                RuleFor(f => f.DoublePostReason).MaximumLength(200);
                RuleFor(f => f.Moves.Count).LessThanOrEqualTo(100);
                RuleForEach(f => f.Moves).ChildRules(move => move.RuleFor(m => m.LetterNumber).MaximumLength(40));
            }
        }
    }

    /// <param name="ExpectedVersion">The seat's version as the check page showed it.</param>
    public sealed record Move(Guid SeatId, long ExpectedVersion)
    {
        public Guid EndedRowId { get; init; } = Guid.CreateVersion7();
        public Guid AppointmentId { get; init; } = Guid.CreateVersion7();
        public string? LetterNumber { get; set; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, form, ct);
        var unit = await PortalDb.FindAsync(db.Units, form.UnitId, ct);
        var leaver = await PortalDb.FindAsync(db.People, form.LeaverId!.Value, ct);
        var follower = await FollowerAsync(db, unit, leaver, form, ct);
        if (follower.Id == leaver.Id)
            throw HandoversRules.SamePerson();
        var leaving = await LeaverHoldings.ReadAsync(db, unit.Id, leaver.Id, form.FollowerId, form.From!.Value, ct);
        if (leaving.Passing is null && form.Moves.Count == 0)
            throw HandoversRules.NothingToHandOver(leaver.Name);
        if (leaving.Passing is { } post)
            await PassAsync(db, unit, post, follower, form, ct);
        if (form.Moves.Count > 0)
            await MoveAsync(db, unit, leaver, follower, form, ct);
        await db.CommitAsync(ct);
    }

    private static async Task<Person> FollowerAsync(PortalDb db, ResidentUnit unit, Person leaver, Form form, CancellationToken ct)
    {
        // A post brings its holder and the mobile number within reach, so only people already within reach can be chosen.
        if (form.FollowerId is { } known)
        {
            var follower = await PortalDb.FindAsync(PeopleQueries.WithPostWithinReach(db).Locked(), known, ct);
            await Designation.CheckKnownAsync(db, unit, known, ct);
            return follower;
        }
        var person = new Person
        {
            Id = form.PersonId,
            Name = Designation.NameFor(unit, form.Name, form.Title.OrNull() ?? leaver.Name),
            Mobile = UnitShapes.Tidy(form.Mobile),
            Email = form.Email.OrNull(),
        };
        db.People.Add(person);
        return person;
    }

    private static async Task PassAsync(PortalDb db, ResidentUnit unit, Post post, Person follower, Form form, CancellationToken ct)
    {
        var from = form.From!.Value;
        if (from <= post.From)
            throw UnitsRules.PostEndsBeforeItBegins(post.From);
        if (post.IsSecretary)
            await EnterPerson.RelieveAsync(db, unit, from, ct);
        else
            await EndPost.EndAsync(db, post, from, ct);
        if (unit.LiaisonOfficerId == post.PersonId && from <= db.Today)
            unit.LiaisonOfficerId = null;
        db.Posts.Add(
            new Post
            {
                Id = form.PostId,
                PersonId = follower.Id,
                UnitId = unit.Id,
                PlaceId = unit.PlaceId,
                Title = form.Title.OrNull() ?? post.Title,
                IsSecretary = post.IsSecretary,
                From = from,
            }
        );
    }

    private static async Task MoveAsync(PortalDb db, ResidentUnit unit, Person leaver, Person follower, Form form, CancellationToken ct)
    {
        var (from, ids) = (form.From!.Value, form.Moves.Select(m => m.SeatId).ToList());
        var seats = await db.Seats.Where(s => s.UnitId == unit.Id && ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var appointing = await Appointing.LockAsync(db, [.. seats.Values.Select(s => s.CommitteeId)], [follower.Id], ct);
        var held = (
            await LeaverHoldings.Seats(db, unit.Id, leaver.Id, from).Where(a => ids.Contains(a.SeatId)).OrderBy(a => a.From).ToListAsync(ct)
        ).ToLookup(a => a.SeatId);
        await CheckFreeAsync(db, appointing, seats.Values, follower, from, ct);
        var reasons = new AppointmentReasons(null, form.DoublePostReason.OrNull());
        foreach (var move in form.Moves)
        {
            if (!seats.TryGetValue(move.SeatId, out var seat))
                throw new NotFound();
            await db.ExpectAsync(seat, move.ExpectedVersion, ct);
            if (held[seat.Id].FirstOrDefault() is not { } appointment)
                throw HandoversRules.NotTheHolder(leaver.Name);
            appointing.End(appointment, move.EndedRowId, from, form.Reason!.Value);
            appointing.Appoint(seat, move.AppointmentId, follower, from, move.LetterNumber.OrNull(), reasons, isSuccessor: true);
            db.Touch(seat);
        }
        // Also seats that move in this form are posts beside each other.
        foreach (var seat in seats.Values.Where(s => s.Kind != SeatKind.FullTime))
            appointing.CheckOtherPosts(seat.CommitteeId, follower.Id, new Span(from, null), reasons.DoublePost);
    }

    /// <summary>Nobody holds two seats of one body at a time; several are handed over, so it is said which.</summary>
    private static async Task CheckFreeAsync(
        PortalDb db,
        Appointing appointing,
        IReadOnlyCollection<Seat> seats,
        Person follower,
        DateOnly from,
        CancellationToken ct
    )
    {
        var taken = seats
            .Select(s => s.CommitteeId)
            .Where(c => appointing.Terms.SeatOf(follower.Id, c, new Span(from, null)) is not null)
            .ToList();
        if (taken.Count > 0 && await db.Committees.Where(c => taken.Contains(c.Id)).Select(c => c.Name).FirstOrDefaultAsync(ct) is { } name)
            throw HandoversRules.HoldsASeatThere(follower.Name, name);
    }
}
