using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Resolutions;

/// <summary>Makes one more live link for whoever speaks for the unit that leads, by which it reports with one tap. Only hashes are kept.</summary>
public sealed class MakeTaskLinks(Door door)
{
    /// <summary>From its making; whoever still needs one gets another.</summary>
    private const int LiveDays = 90;

    public sealed record Form : WritingForm
    {
        public Guid ResolutionId { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.ResolutionId).NotEmpty();
        }
    }

    public sealed record Made(string Unit, Addressee Addressee, string Name, string Token);

    public async Task<IReadOnlyList<Made>> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.FollowUp, form, ct);
        var resolution = await PortalDb.FindAsync(db.Resolutions, form.ResolutionId, ct);
        if (!resolution.IsOpen) throw ResolutionsRules.IsClosed();
        if (resolution.LeadUnitId is not { } unitId) throw ResolutionsRules.NoUnitToLink();
        var unit = await db.Units.Where(u => u.Id == unitId).Select(u => u.Name).SingleAsync(ct);
        List<Made> made = [];
        foreach (var person in (await UnitOffices.AddresseesAsync(db, [unitId], resolution.CommitteeId, ct))[unitId])
        {
            var token = Secrets.Make();
            db.Links.Add(new Link
            {
                TokenHash = Secrets.Hash(token), Right = Right.ReportProgress, SubjectId = resolution.Id, WithinId = resolution.Id, Addressee = person.Addressee, PersonId = person.Id,
                PlaceId = resolution.PlaceId, UnitId = unitId, MadeAt = db.Now, ExpiresAt = db.Now.AddDays(LiveDays),
            });
            made.Add(new Made(unit, person.Addressee, person.Name, token));
        }
        await db.CommitAsync(ct);
        return made;
    }
}
