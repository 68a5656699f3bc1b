import { type RefObject, useEffect, useRef, useState } from 'react';
import { type CameraProblem, findMissingPart, nameCameraProblem } from './camera-problem.ts';
import { openCamera } from './open-camera.ts';

export interface Camera {
  video: RefObject<HTMLVideoElement | null>;
  /** The running picture; null while it starts, while the page is hidden, and with a problem. */
  track: MediaStreamTrack | null;
  problem: CameraProblem | null;
  tryAgain: () => void;
}

/** The live picture, for as long as somebody looks at it: a hidden page gives the camera back, a seen one takes it again. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [track, setTrack] = useState<MediaStreamTrack | null>(null);
  const [problem, setProblem] = useState<CameraProblem | null>(findMissingPart);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is another try
  useEffect(() => {
    if (findMissingPart() !== null) return;
    let stream: MediaStream | null = null;
    let wanted = false;

    const stop = () => {
      wanted = false;
      for (const one of stream?.getTracks() ?? []) one.stop();
      stream = null;
      if (video.current) video.current.srcObject = null;
      setTrack(null);
    };
    const start = async () => {
      if (wanted) return;
      wanted = true;
      try {
        const opened = await openCamera();
        if (!wanted || stream !== null) {
          for (const one of opened.getTracks()) one.stop();
          return;
        }
        stream = opened;
        const [running] = opened.getVideoTracks();
        if (video.current === null || running === undefined) return stop();
        // Another app took the camera away, or it was unplugged.
        running.addEventListener('ended', () => {
          stop();
          setProblem('inUse');
        });
        video.current.srcObject = opened;
        await video.current.play();
        setProblem(null);
        setTrack(running);
      } catch (error) {
        // A page that was hidden meanwhile starts again when it is seen.
        if (!wanted) return;
        stop();
        setProblem(nameCameraProblem(error));
      }
    };
    const follow = () => (document.visibilityState === 'visible' ? void start() : stop());
    follow();
    document.addEventListener('visibilitychange', follow);
    window.addEventListener('pagehide', stop);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      window.removeEventListener('pagehide', stop);
      stop();
    };
  }, [turn]);

  const tryAgain = () => {
    setProblem(findMissingPart());
    setTurn((count) => count + 1);
  };
  return { video, track, problem, tryAgain };
}
