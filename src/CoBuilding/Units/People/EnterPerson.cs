using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.People;

/// <summary>
/// Enters a person with a post at a unit. A new Party secretary relieves the one before on the same day; a new liaison officer
/// takes the place of the old.
/// </summary>
public sealed class EnterPerson(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid PersonId { get; init; } = Guid.CreateVersion7();
        public Guid PostId { get; init; } = Guid.CreateVersion7();
        public Guid UnitId { get; init; }

        /// <summary>An existing person who takes this post as well.</summary>
        public Guid? KnownPersonId { get; set; }

        /// <summary>Blank where the unit keeps its people's names to itself.</summary>
        public string Name { get; set; } = "";
        public string Title { get; set; } = "";
        public string? Mobile { get; set; }
        public string? Email { get; set; }
        public bool IsSecretary { get; set; }
        public bool IsLiaisonOfficer { get; set; }
        public DateOnly? From { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                When(f => f.KnownPersonId is null, () => RuleFor(f => f.Name).PersonNameIfGiven());
                RuleFor(f => f.Title).NotEmpty().MaximumLength(60);
                RuleFor(f => f.Mobile).Mobile();
                RuleFor(f => f.Email).Email();
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        var unit = await PortalDb.FindAsync(db.Units, form.UnitId, ct);
        if (!unit.IsListed)
            throw DuplicatesRules.RecordIsMerged(unit.Name);
        var from = form.From ?? db.Today;
        // A post brings its holder and the mobile number within reach, so only people already within reach can be chosen.
        if (form.KnownPersonId is { } known)
        {
            await PortalDb.FindAsync(PeopleQueries.WithPostWithinReach(db), known, ct);
            await Designation.CheckKnownAsync(db, unit, known, ct);
        }
        else
            db.People.Add(
                new Person
                {
                    Id = form.PersonId,
                    Name = Designation.NameFor(unit, UnitShapes.TidyName(form.Name), form.Title),
                    Mobile = UnitShapes.Tidy(form.Mobile),
                    Email = form.Email.OrNull(),
                }
            );
        var person = form.KnownPersonId ?? form.PersonId;
        if (form.IsSecretary)
            await RelieveAsync(db, unit, from, ct);
        db.Posts.Add(
            new Post
            {
                Id = form.PostId,
                PersonId = person,
                UnitId = unit.Id,
                PlaceId = unit.PlaceId,
                Title = form.Title.Trim(),
                IsSecretary = form.IsSecretary,
                From = from,
            }
        );
        if (form.IsLiaisonOfficer)
            unit.LiaisonOfficerId = person;
        await db.CommitAsync(ct);
    }

    internal static async Task RelieveAsync(PortalDb db, ResidentUnit unit, DateOnly from, CancellationToken ct)
    {
        var before = await db.Posts.NotEndedBy(from).Where(p => p.UnitId == unit.Id && p.IsSecretary).ToListAsync(ct);
        foreach (var post in before)
        {
            if (from <= post.From)
                throw UnitsRules.PostEndsBeforeItBegins(post.From);
            await EndPost.EndAsync(db, post, from, ct);
        }
    }
}
