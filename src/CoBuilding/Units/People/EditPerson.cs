using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Units.People;

/// <summary>Corrects a person's name, mobile number or e-mail address; only where the person holds a post within reach.</summary>
public sealed class EditPerson(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid PersonId { get; init; }
        public long ExpectedVersion { get; init; }
        public string Name { get; set; } = "";

        /// <summary>Null or the masked number as shown: unchanged. Blank: deleted.</summary>
        public string? Mobile { get; set; }

        /// <summary>Likewise.</summary>
        public string? Email { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Name).PersonName();
                RuleFor(f => f.Mobile).Mobile().When(f => f.Mobile?.Contains('*', StringComparison.Ordinal) is not true);
                RuleFor(f => f.Email).Email().When(f => f.Email?.Contains('*', StringComparison.Ordinal) is not true);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageUnits, form, ct);
        var person = await PortalDb.FindAsync(PeopleQueries.WithPostWithinReach(db), form.PersonId, ct);
        await db.ExpectAsync(person, form.ExpectedVersion, ct);
        var name = UnitShapes.TidyName(form.Name);
        await Designation.CheckRenamedAsync(db, person, name, ct);
        person.Name = name;
        if (form.Mobile?.Contains('*', StringComparison.Ordinal) is false)
            person.Mobile = UnitShapes.Tidy(form.Mobile);
        if (form.Email?.Contains('*', StringComparison.Ordinal) is false)
            person.Email = form.Email.OrNull();
        await db.CommitAsync(ct);
    }
}
