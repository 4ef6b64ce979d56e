using CoBuilding.Access;
using FluentValidation;

namespace CoBuilding.Jobs.Channels;

/// <summary>Sets by which server the district sends e-mail.</summary>
public sealed class SetMailChannel(Door door, Outbound outbound)
{
    public sealed record Form : WritingForm
    {
        public bool IsOn { get; set; } = true;
        public string Host { get; set; } = "";
        public int Port { get; set; } = 465;
        public MailSecurity Security { get; set; }
        public string? UserName { get; set; }

        /// <summary>Blank: the saved one is kept, if server, port and account are the same.</summary>
        [NotCompared]
        public string? Password { get; set; }
        public string Sender { get; set; } = "";
        public string? SenderName { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Host)
                    .NotEmpty()
                    .MaximumLength(253)
                    .Must(h => Uri.CheckHostName(h.Trim()) != UriHostNameType.Unknown)
                    .WithMessage(_ => Texts.Wording.T("Jobs.HostShape"));
                RuleFor(f => f.Port).InclusiveBetween(1, 65535);
                RuleFor(f => f.Security).IsInEnum();
                RuleFor(f => f.UserName).MaximumLength(100);
                RuleFor(f => f.Password).MaximumLength(200);
                RuleFor(f => f.Sender)
                    .NotEmpty()
                    .MaximumLength(100)
                    .Must(a => MailAddress.IsOne(a.Trim()))
                    .WithMessage(_ => Texts.Wording.T("Jobs.MailAddressShape"));
                RuleFor(f => f.SenderName).MaximumLength(60);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        if (form is { IsOn: true, Security: MailSecurity.None } && !outbound.MayBePlain(form.Host.Trim()))
            throw JobsRules.NeedsTls(nameof(Form.Security));
        var channel = await Channels.FindOrAddAsync(db, ChannelKind.Email, ct);
        channel.LeadToServer(form.Host.Trim(), form.Port, form.Security, form.UserName.OrNull(), form.Password.OrNull());
        (channel.IsOn, channel.Sender, channel.SenderName) = (form.IsOn, form.Sender.Trim(), form.SenderName.OrNull());
        await db.CommitAsync(ct);
    }
}
