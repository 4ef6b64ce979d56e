using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Units;

/// <summary>Saves a pasted block: every new row with its secretary and liaison officer at once, or nothing where a row has a problem.</summary>
public sealed class EnterPastedUnits(Door door)
{
    public sealed record Form : WritingForm
    {
        /// <summary>The block as pasted; it is checked again here.</summary>
        public string Text { get; set; } = "";

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Text).NotEmpty().MaximumLength(PastedUnits.LongestText);
        }
    }

    /// <returns>How many units were entered; those already there are left as they are.</returns>
    public async Task<int> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.KeepUnits, form, ct);
        var rows = await CheckPastedUnits.ReadAsync(db, scope.Culture, PastedUnits.Read(form.Text), ct);
        var problems = rows.Where(r => r.Row.Status == CheckPastedUnits.Status.Problem).ToList();
        if (problems.Count > 0) throw UnitsRules.PasteHasProblems(problems.Count, problems[0].Row.Number);
        var fresh = rows.Where(r => r.Row.Status == CheckPastedUnits.Status.New).ToList();
        foreach (var row in fresh) Enter(db, row);
        await db.CommitAsync(ct);
        return fresh.Count;
    }

    internal static void Enter(PortalDb db, CheckPastedUnits.Checked row)
    {
        var unit = new ResidentUnit { Id = row.Unit.UnitId, Name = "", PlaceId = row.Unit.PlaceId!.Value };
        row.Unit.WriteTo(unit, row.Kind!);
        db.Units.Add(unit);
        var (secretary, liaison) = (row.Secretary, row.LiaisonOfficer);
        if (IsOnePerson(secretary, liaison))
        {
            secretary!.Mobile ??= liaison!.Mobile;
            unit.LiaisonOfficerId = Enter(db, unit, secretary, isSecretary: true);
            return;
        }
        if (secretary is not null) Enter(db, unit, secretary, isSecretary: true);
        if (liaison is not null) unit.LiaisonOfficerId = Enter(db, unit, liaison, isSecretary: false);
    }

    /// <summary>In small units the secretary answers for everything.</summary>
    private static bool IsOnePerson(EnterPerson.Form? secretary, EnterPerson.Form? liaison) =>
        secretary is not null && liaison is not null && secretary.Name == liaison.Name
        && (secretary.Mobile is null || liaison.Mobile is null || UnitShapes.Tidy(secretary.Mobile) == UnitShapes.Tidy(liaison.Mobile));

    private static Guid Enter(PortalDb db, ResidentUnit unit, EnterPerson.Form form, bool isSecretary)
    {
        db.People.Add(new Person { Id = form.PersonId, Name = form.Name.Trim(), Mobile = UnitShapes.Tidy(form.Mobile) });
        db.Posts.Add(new Post
        {
            Id = form.PostId, PersonId = form.PersonId, UnitId = unit.Id, PlaceId = unit.PlaceId, Title = form.Title.Trim(), IsSecretary = isSecretary, From = db.Today,
        });
        return form.PersonId;
    }
}
