using CoBuilding.Access;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Attendance;

/// <summary>Sets the policy on substitutes and leave. Meetings whose notice was issued keep their policy.</summary>
public sealed class SetAttendance(Door door)
{
    public sealed record Form : WritingForm
    {
        public SubstitutePolicy Substitutes { get; set; }
        public bool AsksLeave { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.Substitutes).IsInEnum();
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var setting = await db.AttendanceSettings.SingleOrDefaultAsync(ct);
        if (setting is null)
            db.AttendanceSettings.Add(setting = AttendanceSetting.Customary);
        (setting.Substitutes, setting.AsksLeave) = (form.Substitutes, form.AsksLeave);
        await db.CommitAsync(ct);
    }
}
