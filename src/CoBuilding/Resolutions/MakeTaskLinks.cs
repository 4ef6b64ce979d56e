using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using FluentValidation;

namespace CoBuilding.Resolutions;

/// <summary>
/// Creates a new link for each addressee of the lead unit and the assisting units, for one-tap reports. Only hashes are stored.
/// </summary>
public sealed class MakeTaskLinks(Door door)
{
    /// <summary>The validity from creation; a new link can be created afterwards.</summary>
    private const int LiveDays = 90;

    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.ResolutionId).NotEmpty();
        }
    }

    /// <param name="IsLead">Otherwise the unit assists.</param>
    public sealed record Made(string Unit, bool IsLead, Addressee Addressee, string Name, string Token);

    public async Task<IReadOnlyList<Made>> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageResolutions, form, ct);
        var resolution = await PortalDb.FindAsync(db.Resolutions, form.ResolutionId, ct);
        if (!resolution.IsOpen)
            throw ResolutionsRules.IsClosed();
        var assisting = await AssistingUnitRow.OfAsync(db, [resolution.Id], ct);
        List<Guid> units = [.. new[] { resolution.LeadUnitId }.OfType<Guid>(), .. assisting.Select(a => a.UnitId)];
        if (units.Count == 0)
            throw ResolutionsRules.NoUnitToLink();
        var (names, people) = (
            await UnitRepresentatives.NamesAsync(db, units, ct),
            await UnitRepresentatives.AddresseesAsync(db, units, resolution.CommitteeId, ct)
        );
        List<Made> made = [];
        foreach (var (unit, unitAddressee) in units.SelectMany(u => people[u].Select(p => (u, p))))
        {
            var token = Secrets.Make();
            db.Links.Add(
                new Link
                {
                    TokenHash = Secrets.Hash(token),
                    Right = Right.ReportProgress,
                    SubjectId = resolution.Id,
                    WithinId = resolution.Id,
                    Addressee = unitAddressee.Addressee,
                    PersonId = unitAddressee.Id,
                    PlaceId = resolution.PlaceId,
                    UnitId = unit,
                    MadeAt = db.Now,
                    ExpiresAt = db.Now.AddDays(LiveDays),
                }
            );
            made.Add(new Made(names[unit], unit == resolution.LeadUnitId, unitAddressee.Addressee, unitAddressee.Name, token));
        }
        await db.CommitAsync(ct);
        return made;
    }
}
