namespace Tsunagu.Notifications.Domain;

/// <summary>Codes and fixed wording of inbox lines; none of it names a person.</summary>
public static class InboxKinds
{
    /// <summary>Type code, such as <c>referral.sent</c>.</summary>
    public static string Code(this InboxKind kind) => kind switch
    {
        InboxKind.ReferralSent => "referral.sent",
        InboxKind.ReferralReceived => "referral.received",
        InboxKind.ReferralAccepted => "referral.accepted",
        InboxKind.ReferralReturned => "referral.returned",
        InboxKind.ReferralDeclined => "referral.declined",
        InboxKind.ReferralCompleted => "referral.completed",
        InboxKind.ReferralOverdue => "referral.overdue",
        InboxKind.ConsultationRecorded => "consultation.recorded",
        InboxKind.ConsultationLinked => "consultation.linked",
        InboxKind.CaseOpened => "case.opened",
        InboxKind.CaseAssigned => "case.assigned",
        InboxKind.MeetingCalled => "meeting.called",
        InboxKind.MeetingCancelled => "meeting.cancelled",
        InboxKind.MeetingDecisionRecorded => "meeting.decisionRecorded",
        InboxKind.MessageParked => "message.parked",
        InboxKind.BreakGlassOpened => "break_glass.opened",
        InboxKind.BreakGlassUsed => "break_glass.used",
        InboxKind.BreakGlassOverdue => "break_glass.overdue",
        InboxKind.BreakGlassUnjustified => "break_glass.unjustified",
        InboxKind.RevealRequested => "reveal.requested",
        InboxKind.RevealAlerted => "reveal.alerted",
        InboxKind.RevealOpened => "reveal.opened",
        InboxKind.RevealRejected => "reveal.rejected",
        InboxKind.ProtectionsDue => "protections.due",
    };

    /// <summary>Kind of the record it is about.</summary>
    public static string SubjectType(this InboxKind kind) => kind switch
    {
        InboxKind.ReferralSent or InboxKind.ReferralReceived or InboxKind.ReferralAccepted or InboxKind.ReferralReturned
            or InboxKind.ReferralDeclined or InboxKind.ReferralCompleted or InboxKind.ReferralOverdue => "referral",
        InboxKind.ConsultationRecorded or InboxKind.ConsultationLinked => "consultation",
        InboxKind.CaseOpened or InboxKind.CaseAssigned => "case",
        InboxKind.MeetingCalled or InboxKind.MeetingCancelled or InboxKind.MeetingDecisionRecorded => "meeting",
        InboxKind.MessageParked => "message",
        InboxKind.BreakGlassOpened or InboxKind.BreakGlassUsed or InboxKind.BreakGlassOverdue or InboxKind.BreakGlassUnjustified => "break_glass",
        InboxKind.RevealRequested or InboxKind.RevealAlerted or InboxKind.RevealOpened or InboxKind.RevealRejected => "reveal",
        InboxKind.ProtectionsDue => "protections",
    };

    /// <summary>What people read.</summary>
    public static string Title(this InboxKind kind) => kind switch
    {
        InboxKind.ReferralSent => "つなぐシートが届きました",
        InboxKind.ReferralReceived => "つなぐシートが受領されました",
        InboxKind.ReferralAccepted => "つなぐシートが受理されました",
        InboxKind.ReferralReturned => "つなぐシートが差し戻されました",
        InboxKind.ReferralDeclined => "つなぐシートが辞退されました",
        InboxKind.ReferralCompleted => "つなぐシートの対応が完了しました",
        InboxKind.ReferralOverdue => "つなぐシートの回答期限を過ぎています",
        InboxKind.ConsultationRecorded => "相談が受け付けられました",
        InboxKind.ConsultationLinked => "相談が住民記録に紐付けられました",
        InboxKind.CaseOpened => "事例が登録されました",
        InboxKind.CaseAssigned => "事例の担当になりました",
        InboxKind.MeetingCalled => "会議に招集されました",
        InboxKind.MeetingCancelled => "会議が中止されました",
        InboxKind.MeetingDecisionRecorded => "会議の決定事項が割り当てられました",
        InboxKind.MessageParked => "処理できないメッセージを保留しました",
        InboxKind.BreakGlassOpened => "自機関の記録が緊急閲覧されました。1週間以内に確認してください",
        InboxKind.BreakGlassUsed => "自機関の職員が緊急閲覧を行いました",
        InboxKind.BreakGlassOverdue => "緊急閲覧の確認期限を過ぎています",
        InboxKind.BreakGlassUnjustified => "緊急閲覧が不適切と確認されました",
        InboxKind.RevealRequested => "所在の閲覧が申請されました。承認または却下してください",
        InboxKind.RevealAlerted => "非表示の所在が閲覧可能になりました",
        InboxKind.RevealOpened => "所在の閲覧申請が承認されました",
        InboxKind.RevealRejected => "所在の閲覧申請が却下されました",
        InboxKind.ProtectionsDue => "期限の近い、または期限を過ぎた支援措置があります。更新か解除を判断してください",
    };
}
