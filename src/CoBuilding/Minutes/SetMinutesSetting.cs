using CoBuilding.Access;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>Sets how this district writes minutes. Terms that have begun stay as they are.</summary>
public sealed class SetMinutesSetting(Door door)
{
    public sealed record Form : WritingForm
    {
        public int CountersignWorkdays { get; set; }
        public bool CountsVotes { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.CountersignWorkdays).InclusiveBetween(1, 30);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var setting = await db.MinutesSettings.SingleOrDefaultAsync(ct);
        if (setting is null)
            db.MinutesSettings.Add(setting = MinutesSetting.Customary);
        (setting.CountersignWorkdays, setting.CountsVotes) = (form.CountersignWorkdays, form.CountsVotes);
        await db.CommitAsync(ct);
    }
}
