using CoBuilding.Access;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units.People;

/// <summary>Sets the district's order of names, and how long mobile numbers are kept after a person's service.</summary>
public sealed class SetPeopleSetting(Door door)
{
    public sealed record Form : WritingForm
    {
        public NameOrder Order { get; set; }
        public int MobileKeptDays { get; set; } = PeopleSetting.UsualDays;

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Order).IsInEnum();
                RuleFor(f => f.MobileKeptDays).InclusiveBetween(0, 365);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var setting = await db.PeopleSettings.SingleOrDefaultAsync(ct);
        if (setting is null)
            db.PeopleSettings.Add(setting = new());
        (setting.Order, setting.MobileKeptDays) = (form.Order, form.MobileKeptDays);
        await db.CommitAsync(ct);
    }
}
