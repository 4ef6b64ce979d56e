using CoBuilding.Access;
using FluentValidation;

namespace CoBuilding.Jobs.Channels;

/// <summary>Sets how the district's gateway for text messages is called.</summary>
public sealed class SetSmsChannel(Door door, Outbound outbound)
{
    public sealed record Form : WritingForm
    {
        public bool IsOn { get; set; } = true;
        public SmsMethod Method { get; set; }

        /// <summary>A template. Blank: the saved one is kept; likewise headers and body if the URL is the same.</summary>
        public string? Url { get; set; }

        /// <summary>One a line, as <c>Name: value</c>.</summary>
        public string? Headers { get; set; }

        /// <summary>The gateway asks for none any longer.</summary>
        public bool ForgetsHeaders { get; set; }

        /// <summary>A template; not sent with GET.</summary>
        public string? Body { get; set; }

        /// <summary>The part of the response that is checked; blank: its first word.</summary>
        public string? SuccessField { get; set; }

        /// <summary>The value of that part on success; blank: the status is sufficient.</summary>
        public string? SuccessMark { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Method).IsInEnum();
                RuleFor(f => f.Url).IsWebAddress();
                RuleFor(f => f.Headers).MaximumLength(2000).Must(AreHeaders).WithMessage(_ => Texts.Wording.T("Jobs.HeadersShape"));
                RuleFor(f => f.Body).MaximumLength(4000);
                RuleFor(f => f.SuccessField)
                    .MaximumLength(100)
                    .Must(f => string.IsNullOrWhiteSpace(f) || f.Trim().All(GatewayAnswerField.IsOfWord))
                    .WithMessage(_ => Texts.Wording.T("Jobs.SuccessFieldShape"));
                RuleFor(f => f.SuccessMark).MaximumLength(100);
                RuleFor(f => f.SuccessMark).NotEmpty().When(f => !string.IsNullOrWhiteSpace(f.SuccessField));
                RuleFor(f => f.SuccessMark)
                    .Must(m => string.IsNullOrWhiteSpace(m) || m.Trim().All(GatewayAnswerField.IsOfWord))
                    .When(f => string.IsNullOrWhiteSpace(f.SuccessField))
                    .WithMessage(_ => Texts.Wording.T("Jobs.SuccessMarkShape"));
            }

            private static bool AreHeaders(string? lines)
            {
                var given = (lines ?? "").ReplaceLineEndings("\n").Split('\n').Count(l => !string.IsNullOrWhiteSpace(l));
                var read = SmsChannelClient.HeadersIn(lines).ToList();
                return read.Count == given
                    && read.All(h =>
                        h.Name.Length > 0
                        && h.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
                        && h.Value.All(c => !char.IsControl(c))
                    );
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var channel = await Channels.FindOrAddAsync(db, ChannelKind.Sms, ct);
        channel.LeadToGateway(form.Url.OrNull(), form.Method, form.Headers.OrNull(), form.ForgetsHeaders, form.Body.OrNull());
        (channel.IsOn, channel.SuccessField, channel.SuccessMark) = (form.IsOn, form.SuccessField.OrNull(), form.SuccessMark.OrNull());
        Channels.CheckTls(channel, outbound);
        var called = channel.Method == SmsMethod.Get ? channel.Url : channel.Url + channel.Body;
        if (called?.Contains("{text}", StringComparison.Ordinal) is not true || !called.Contains("{mobile}", StringComparison.Ordinal))
            throw JobsRules.BodyLacksText();
        await db.CommitAsync(ct);
    }
}
