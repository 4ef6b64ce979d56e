using CoBuilding.Access;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Jobs.Outbox;

/// <summary>Sets the sending hours and the portal's address used in links.</summary>
public sealed class SetMessageSetting(Door door)
{
    public sealed record Form : WritingForm
    {
        public string PortalAddress { get; set; } = "";
        public TimeOnly? HoursFrom { get; set; } = MessageSetting.UsualStart;
        public TimeOnly? HoursUntil { get; set; } = MessageSetting.UsualEnd;

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.PortalAddress)
                    .NotEmpty()
                    .MaximumLength(200)
                    .Must(a =>
                        Uri.TryCreate(a.Trim(), UriKind.Absolute, out var url)
                        && url.Scheme is "http" or "https"
                        && url.Query.Length == 0
                        && url.Fragment.Length == 0
                    )
                    .WithMessage(_ => Texts.Wording.T("Jobs.PortalAddressShape"));
                RuleFor(f => f.HoursFrom).NotNull();
                RuleFor(f => f.HoursUntil).NotNull().GreaterThan(f => f.HoursFrom).WithMessage(_ => Texts.Wording.T("Jobs.HoursInOrder"));
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var setting = await db.MessageSettings.SingleOrDefaultAsync(ct);
        if (setting is null)
            db.MessageSettings.Add(setting = new());
        (setting.PortalAddress, setting.HoursFrom, setting.HoursUntil) = (
            form.PortalAddress.Trim().TrimEnd('/') + "/",
            form.HoursFrom!.Value,
            form.HoursUntil!.Value
        );
        await db.CommitAsync(ct);
    }
}
