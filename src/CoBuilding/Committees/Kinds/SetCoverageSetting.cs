using CoBuilding.Access;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Kinds;

/// <summary>Sets what counts in coverage.</summary>
public sealed class SetCoverageSetting(Door door)
{
    public sealed record Form : WritingForm
    {
        public bool CountsTownsAndVillages { get; set; }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var setting = await db.CoverageSettings.SingleOrDefaultAsync(ct);
        if (setting is null)
            db.CoverageSettings.Add(new CoverageSetting { CountsTownsAndVillages = form.CountsTownsAndVillages });
        else
            setting.CountsTownsAndVillages = form.CountsTownsAndVillages;
        await db.CommitAsync(ct);
    }
}
